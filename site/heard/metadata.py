"""Taking out of a picture everything that is not the picture."""

from io import BytesIO
from pathlib import Path
from typing import IO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps, ImageSequence


def without_metadata(file: IO[bytes], name: str) -> ContentFile:
    """The same picture in the same format, without place, time, camera, author or comment.

    A new image is built from the pixels alone, so nothing that we have not heard of survives; only
    the colour profile is carried over. Turned pictures are turned upright first, because the note
    that says how they were held goes too. Every frame of an animation is kept.

    Raises PIL.UnidentifiedImageError when `file` is not a picture.
    """
    file.seek(0)
    picture = Image.open(file)
    kind = picture.format or "PNG"
    kept = {"icc_profile": profile} if (profile := picture.info.get("icc_profile")) else {}
    frames = [_pixels(frame) for frame in ImageSequence.Iterator(picture)]
    if len(frames) > 1:
        kept |= {
            "save_all": True,
            "append_images": frames[1:],
            "duration": picture.info.get("duration", 100),
            "loop": picture.info.get("loop", 0),
        }
    out = BytesIO()
    frames[0].save(out, format=kind, **kept)
    return ContentFile(out.getvalue(), name=Path(name).name)


def _pixels(frame: Image.Image) -> Image.Image:
    """A new image that holds the pixels (and palette) of `frame`, upright, and nothing else."""
    upright = ImageOps.exif_transpose(frame)
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    if upright.mode == "P" and (palette := upright.getpalette("RGB")):
        bare.putpalette(palette)
        if "transparency" in upright.info:
            bare.info["transparency"] = upright.info["transparency"]
    return bare
