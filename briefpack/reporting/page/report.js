// A finding and its mark are lit together; n and p go to the next finding and to the one before.
const other = (one) => document.getElementById(one.dataset.mark || one.dataset.finding);
for (const one of document.querySelectorAll("[data-mark], [data-finding]")) {
  const light = (on) => other(one)?.classList.toggle("lit", on);
  for (const kind of ["mouseenter", "focusin"]) one.addEventListener(kind, () => light(true));
  for (const kind of ["mouseleave", "focusout"]) one.addEventListener(kind, () => light(false));
}
document.addEventListener("keydown", (event) => {
  const step = { n: 1, p: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...document.querySelectorAll(".finding")].filter((one) => one.offsetParent);
  const here = all.findIndex((one) => "#" + one.id === location.hash);
  const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step];
  if (next) location.hash = next.id;
});
