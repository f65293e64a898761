"""A recording that somebody sent, as MP3: nothing of the device, the place or the time."""

from collections.abc import Iterator
from io import BytesIO
from time import monotonic

import av
from av.audio.resampler import AudioResampler

from consultations.media.made import CannotOpen, Made, Medium, TooBig, TooLong

MOST_BYTES = 15 * 1024 * 1024
MOST_SECONDS = 120
GRACE = 5  # seconds: a phone stops a little after it was told to
MOST_WORK = 20  # seconds that making it anew may take
RATE = 24_000  # samples a second: speech needs no more
BITS = 48_000  # a second
# What each kind of file begins with, and where. A name of our own choosing keeps FFmpeg from
# guessing, for some of the formats that it knows can name other files and addresses.
BEGINNINGS = (
    (4, b"ftyp", "mp4"),
    (0, b"\x1aE\xdf\xa3", "matroska"),
    (0, b"OggS", "ogg"),
    (0, b"ID3", "mp3"),
    (0, b"\xff\xf1", "aac"),
    (0, b"\xff\xf9", "aac"),
    (0, b"\xff\xfb", "mp3"),
    (0, b"\xff\xf3", "mp3"),
    (0, b"\xff\xf2", "mp3"),
    (0, b"#!AMR", "amr"),
    (0, b"fLaC", "flac"),
    (0, b"caff", "caf"),
)
CODECS = "aac,aac_latm,opus,libopus,vorbis,mp3,mp3float,amrnb,amrwb,flac,alac,pcm_s16le,pcm_s16be"


def sound_from_upload(content: bytes) -> Made:
    """The first sound in `content` as MP3 with one channel, without any notes in it.

    Takes what phones and browsers record: MP4 (AAC), WebM and Ogg (Opus), and MP3, WAV, AMR, FLAC.
    Raises TooBig, TooLong, CannotOpen.
    """
    if len(content) > MOST_BYTES:
        raise TooBig
    try:
        made, seconds = _as_mp3(content, _kind_of(content))
    except (TooBig, TooLong, CannotOpen):
        raise
    except Exception as error:  # decoders meet hostile bytes, and raise whatever they like
        raise CannotOpen from error
    return Made(Medium.SPOKEN, made, "audio/mpeg", seconds=max(1, round(seconds)))


def _kind_of(content: bytes) -> str:
    """FFmpeg's name for the kind of file. Raises CannotOpen."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "wav"
    for place, beginning, kind in BEGINNINGS:
        if content[place : place + len(beginning)] == beginning:
            return kind
    raise CannotOpen


def _as_mp3(content: bytes, kind: str) -> tuple[bytes, float]:
    """The sound as MP3, and how many seconds it really takes."""
    out, n_samples = BytesIO(), 0
    nothing_else = {"codec_whitelist": CODECS, "protocol_whitelist": "none"}
    with (
        av.open(BytesIO(content), format=kind, options=nothing_else) as heard,
        av.open(out, "w", format="mp3", options={"id3v2_version": "0"}) as kept,
    ):
        stream = kept.add_stream("libmp3lame", rate=RATE, layout="mono", bit_rate=BITS)
        for frame in _frames(heard):
            n_samples += frame.samples
            if n_samples > (MOST_SECONDS + GRACE) * RATE:
                raise TooLong
            kept.mux(stream.encode(frame))
        kept.mux(stream.encode(None))
    if not n_samples:
        raise CannotOpen
    return out.getvalue(), n_samples / RATE


def _frames(heard: av.container.InputContainer) -> Iterator[av.AudioFrame]:
    """What can be heard, in one channel and at our rate. Raises TooBig when it takes too long."""
    began = monotonic()
    resampler = AudioResampler(format="s16p", layout="mono", rate=RATE)
    for frame in heard.decode(audio=0):
        if monotonic() - began > MOST_WORK:
            raise TooBig
        frame.pts = None  # what a browser writes begins anywhere and has gaps
        yield from resampler.resample(frame)
    yield from resampler.resample(None)
