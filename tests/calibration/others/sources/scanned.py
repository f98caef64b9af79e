"""Two scans with their words unseen upon them: python scanned.py SOUND.pdf FOLDER."""

import sys
from io import BytesIO

import pypdfium2
from PIL import ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

document = pypdfium2.PdfDocument(sys.argv[1])
canvas = Canvas(f"{sys.argv[2]}/scan-sound.pdf", pagesize=document[0].get_size(), invariant=True)
for page in document:
    scan = page.render(scale=1.1).to_pil().convert("L").filter(ImageFilter.GaussianBlur(0.6))
    file = BytesIO()
    scan.rotate(0.4, fillcolor=250).save(file, "JPEG", quality=25)
    canvas.drawImage(ImageReader(file), 0, 0, *page.get_size())
    words = canvas.beginText()
    words.setTextRenderMode(3)
    text = page.get_textpage()
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        words.setFont("Helvetica", max(top - bottom, 1) * 0.8)
        words.setTextOrigin(left, bottom)
        words.textOut(text.get_text_bounded(left, bottom, right, top))
    canvas.drawText(words)
    canvas.showPage()
canvas.save()
