"""What the sound output is, in one sentence.

Rules of the file: made on the window's side of the pipe, since the sound process knows no language but English; what
comes over the pipe is what opened, and what the cards said that did not.
"""

from __future__ import annotations

from app.core.tongue import tr


def output_words(wanted: str, output: str, why: str) -> str:
    """Say in one sentence what sounds, and why.

    Args:
        wanted: what was asked for: an output by name, or `auto`.
        output: what has opened.
        why: what others said that did not open.
    """
    if output == "silent":
        if wanted == "silent":
            return tr("Sound is switched off.")
        words = tr(
            "No sound: no device opens ({why}); plug one in or start the sound server, and it is taken up by itself."
        )
        return words.format(why=why)
    if why:
        return tr("Sound: {output} ({why}).").format(output=output, why=why)
    if wanted == "auto":
        return tr("Sound: {output} (chosen by itself).").format(output=output)
    return tr("Sound: {output}.").format(output=output)
