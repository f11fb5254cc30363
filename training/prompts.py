"""Native speakers of English, Spanish, French, Italian and Russian: the telephone prompts of Debian's asterisk-core-sounds.

One professional speaker for each language, 500 to 600 short texts, with transcripts; CC BY-SA 3.0 (Russian: CC BY 3.0).
"""
import glob
import gzip
import os
import re

import debian

VOICES = {"en": "en-us", "es": "es-419", "fr": "fr-fr", "it": "it", "ru": "ru"}


def recordings(work, languages):
    """Rows with id, path, text, language and voice (of espeak-ng), or nothing if the packages cannot be downloaded. Prompts
    without speech are left out."""
    folder = os.path.join(work, "prompts")
    if not debian.unpack([f"asterisk-core-sounds-{l}{end}" for l in languages for end in ("", "-g722")], folder):
        return []
    rows = []
    for language in languages:
        transcripts = os.path.join(folder, f"usr/share/doc/asterisk-core-sounds-{language}",
                                   f"core-sounds-{language}.txt.gz")
        sounds = glob.glob(os.path.join(folder, f"usr/share/asterisk/sounds/{language}_*"))[0]
        with gzip.open(transcripts, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                name, _, text = line.strip().partition(":")
                text = spoken_part(text)
                path = os.path.join(sounds, name + ".g722")
                if text and not name.startswith(";") and os.path.exists(path):
                    rows.append(dict(id=f"prompt/{language}/{name}", path=path, text=text, language=language,
                                     voice=VOICES[language]))
    return rows


def spoken_part(text):
    """The transcript in lower case, or nothing if it describes a sound or spells out symbols."""
    text = text.strip().lower()
    if re.search(r"[\[\](){}<>/0-9*#_=&+]|\.\.\.", text) or len(re.findall(r"\w", text)) < 4:
        return ""
    return re.sub(r"[\"«»]", "", text)
