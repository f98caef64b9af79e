"""The printing condition: whose profile the inks are reckoned by, and where that was found."""

from dataclasses import dataclass
from typing import Any, Literal

from briefpack import profiles, system
from briefpack.finishing.job import Job
from briefpack.problem import LACKING, Place, Problem, Refused, quoted
from briefpack.profiles import Profile
from briefpack.words import complaint

Origin = Literal["brief", "layout", "system"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A profile, who named it, and under which name."""

    profile: Profile
    origin: Origin
    name: str

    @property
    def told(self) -> dict[str, Any]:
        """What the ticket says of it."""
        return {
            "profile": self.profile.description,
            "profile_file": self.name,
            "profile_origin": self.origin,
            "condition": self.profile.condition,
        }


def chosen(job: Job) -> Condition:
    """The brief's own profile, else the layout's, else one that the system has; or `Refused`.

    That the brief's can be used was seen to when the brief was read.
    """
    if name := job.brief.press.profile:
        return Condition(profiles.read(job.folder / name), "brief", str(name))
    if name := job.layout.settings.get("profile"):
        return Condition(_of_layout(job, str(name)), "layout", str(name))
    if found := profiles.on_this_system():
        return Condition(found, "system", found.path.as_posix())
    message = "print shops need a CMYK profile; neither the brief nor this machine has one"
    hint = (
        f"this brings one: {system.remedy(['profile'])}\n"
        "or name the shop's own in brief.yaml: 'press: {profile: FILE}'"
    )
    raise Refused([Problem(job.place, LACKING, message, hint)])


def _of_layout(job: Job, name: str) -> Profile:
    place = Place(str(job.layout.find("layout.yaml")))
    hint = "name an ICC profile of CMYK in the layout's folder, or take 'profile' out"
    try:
        return profiles.read(job.layout.find(name))
    except FileNotFoundError:
        problem = Problem(place, "profile", f"there is no file {quoted(name)}", hint)
    except OSError as fault:
        message = f"{quoted(name)} cannot be read: {fault.strerror or fault}"
        problem = Problem(place, "profile", message, hint)
    except profiles.Unfit as unfit:
        problem = Problem(place, "profile", f"{quoted(name)} {unfit}", hint)
    raise Refused([problem])


def fault(job: Job, message: str, hint: str) -> Refused:
    """The refusal for what only the profile's use brings to light, where the profile was named."""
    if name := job.brief.press.profile:
        return Refused([complaint(name, "profile", message, hint)])
    own = job.layout.settings.get("profile")
    place = Place(str(job.layout.find("layout.yaml"))) if own else job.place
    return Refused([Problem(place, "profile", message, hint)])
