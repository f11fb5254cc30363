"""Native speakers with transcripts, and what each language's are for.

The head must learn how the encoder hears natives of a language whose natives it never heard, as Korean natives will be:
some languages are for the head alone. Others are for choosing alone, and stand for what Korean natives are to the model.
"""
import prompts
import stamps

ROLES = {
    "encoder": ("en", "es", "fr", "stamp-es", "stamp-fr", "stamp-ca", "stamp-ro", "stamp-bg", "stamp-be"),
    "head": ("ru", "stamp-ru", "stamp-el"),
    "choice": ("it", "stamp-da"),
}


def recordings(work, sizes):
    """Rows with id, path, text, language, voice and role."""
    rows = prompts.recordings(work, sizes["prompts"]) + stamps.recordings(work, sizes["stamps"], sizes["stamps_of_each"])
    role_of = {language: role for role, languages in ROLES.items() for language in languages}
    return [dict(row, role=role_of[row["language"]]) for row in rows[::sizes["one_native_in"]]]
