"""The phones of Korean as it is pronounced: a syllable is an onset (or none), a nucleus, and a coda (or none)."""
ONSETS = dict(zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "k0 kk nn t0 tt rr mm p0 pp s0 ss - c0 cc ch kh th ph h0".split()))
NUCLEI = dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", "aa qq ya yq vv ee yv ye oo wa wq wo yo uu wv we wi yu xx xi ii".split()))
CODAS = dict(zip("ㄱㄴㄷㄹㅁㅂㅇ", "kf nf tf ll mf pf ng".split()))

FIRST_SYLLABLE = 0xAC00


def numbered(word):
    """A word in Hangul as it is pronounced: [(phone, place of its syllable)]. Raises ValueError for what is not Hangul, or has a
    coda that nobody says."""
    out = []
    for place, character in enumerate(word):
        number = ord(character) - FIRST_SYLLABLE
        if not 0 <= number < 19 * 21 * 28:
            raise ValueError(f"{character} is no syllable of Hangul")
        onset, nucleus, coda = number // 588, number % 588 // 28, number % 28
        out.append((list(ONSETS.values())[onset], place))
        out.append((list(NUCLEI.values())[nucleus], place))
        if coda:
            out.append((CODA_OF[coda], place))
    return [(phone, place) for phone, place in out if phone != "-"]


# Places of the seven codas in Unicode's order.
CODA_OF = dict(zip((1, 4, 7, 8, 16, 17, 21), CODAS.values()))

# Sounds that natives no longer tell apart.
SAME = {"qq": "ee", "wq": "we", "wo": "we", "yq": "ye"}
SYMBOLS = [phone for phone in [*ONSETS.values(), *NUCLEI.values(), *CODAS.values()] if phone != "-" and phone not in SAME]
# The pause is 0.
CLASS = {phone: SYMBOLS.index(SAME.get(phone, phone)) + 1
         for phone in [*ONSETS.values(), *NUCLEI.values(), *CODAS.values()] if phone != "-"}
