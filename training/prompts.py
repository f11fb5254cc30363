"""Native speakers of English, Spanish, French, Italian and Russian: the telephone prompts of Debian's asterisk-core-sounds.

One professional speaker a language, 500 to 600 short texts each, with transcripts; CC BY-SA 3.0 (Russian: CC BY 3.0).
"""
import glob
import gzip
import os
import re
import subprocess

LANGUAGES = {"en": "en-us", "es": "es-419", "fr": "fr-fr", "it": "it", "ru": "ru"}
# What each is for. The head must learn how the encoder hears natives of a language whose natives it never heard, as
# Korean natives will be: Russian is for the head alone. Italian is for choosing alone.
FOR_ENCODER, FOR_HEAD, FOR_CHOICE = ("en", "es", "fr"), ("en", "es", "fr", "ru"), ("it",)


def fetch(work, languages):
    """Downloads and unpacks the packages of `languages` once, without installing them. Returns their folder, or None
    where there is no apt-get or no network: training then goes on without these speakers."""
    folder = os.path.join(work, "prompts")
    if os.path.exists(os.path.join(folder, "complete")):
        return folder
    os.makedirs(folder, exist_ok=True)
    packages = [f"asterisk-core-sounds-{l}{end}" for l in languages for end in ("", "-g722")]
    try:
        subprocess.run(["apt-get", "download", *packages], cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    for package in glob.glob(os.path.join(folder, "*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        os.remove(package)
    open(os.path.join(folder, "complete"), "w").close()
    return folder


def recordings(folder, every=1):
    """Rows with id, path, text, language (of `LANGUAGES`) and voice (espeak-ng's). What is no speech is left out."""
    rows = []
    for language, voice in LANGUAGES.items():
        transcripts = os.path.join(folder, f"usr/share/doc/asterisk-core-sounds-{language}",
                                   f"core-sounds-{language}.txt.gz")
        if not os.path.exists(transcripts):
            continue
        sounds = glob.glob(os.path.join(folder, f"usr/share/asterisk/sounds/{language}_*"))[0]
        with gzip.open(transcripts, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                name, _, text = line.strip().partition(":")
                text = spoken_part(text)
                path = os.path.join(sounds, name + ".g722")
                if text and not name.startswith(";") and os.path.exists(path):
                    rows.append(dict(id=f"prompt/{language}/{name}", path=path, text=text, language=language, voice=voice))
    return rows[::every]


def spoken_part(text):
    """The transcript in small letters, or nothing where it describes a sound or spells signs."""
    text = text.strip().lower()
    if re.search(r"[\[\](){}<>/0-9*#_=&+]|\.\.\.", text) or len(re.findall(r"\w", text)) < 4:
        return ""
    return re.sub(r"[\"«»]", "", text)
