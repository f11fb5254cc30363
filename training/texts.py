"""Texts for the voices to read: Korean sentences composed of phrases, and pseudo-words in other languages.

The encoder learns phones from synthetic readings. So every sound of a language should occur next to many others, but the
sentences need not make sense.
"""

KOREAN_WHO = """나는 저는 우리는 친구가 선생님은 동생이 어머니께서 할아버지는 학생들이 그 사람은 민수가 영희는 이웃집 아저씨가
의사 선생님이 강아지가 고양이는 형과 누나가 기차가 회사 사람들은 아이들이 여러분은 외국인들이 과학자가 요리사는 옆집 개가""".split("\n")
KOREAN_WHEN = """오늘 어제 내일 아침에 저녁마다 지난주에 다음 달에 작년 겨울에 주말에 방금 조금 전에 여름 방학 때 월요일 오후에 새벽 네 시에
비가 올 때 수업이 끝난 뒤에 밥을 먹고 나서 십이월에 봄이 되면 가끔 항상 늦은 밤에""".split("\n")
KOREAN_WHERE = """학교에서 집에서 도서관에서 시장에서 바닷가에서 서울역 앞에서 부산으로 제주도에 병원 옆에서 지하철 안에서 공원까지
우체국에서 박물관에 부엌에서 교실 뒤에서 강가에서 꽃집 앞에 편의점에서 높은 산에""".split("\n")
KOREAN_WHAT = """책을 읽었습니다 밥을 먹어요 노래를 부릅니다 그림을 그렸다 한국어를 배워요 커피를 마시고 싶어요 편지를 썼습니다
사진을 찍을 거예요 옷을 샀는데 너무 비쌌어요 친구를 기다립니다 자전거를 탔어요 축구를 했습니다 신문을 봅니다 김치찌개를 끓였어요
빨래를 널었다 숙제를 다 끝냈습니까 길을 잃어버렸어요 창문을 열어 주세요 쓰레기를 버렸습니다 약속을 잊었어요 외투를 벗었습니다
떡볶이와 순대를 먹었어요 기타를 치면서 춤을 췄다 깨끗하게 씻었습니다 별을 세다가 잠이 들었어요 회의에 늦을 뻔했습니다
값이 올라서 못 샀어요 얼음이 녹고 있어요 옛날이야기를 들려주었다 땀을 뻘뻘 흘렸습니다 웃음소리가 들려요 꽃잎이 떨어집니다
젊은이들이 많이 모였습니다 짧은 글을 외웠어요 햇빛이 눈부셔요 앉아서 쉬었습니다 귀찮아서 안 갔어요 뜨거운 국물을 쏟았다""".split("\n")
KOREAN_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
KOREAN_COMMON_FINALS = [0, 0, 0, 0, 0, 1, 4, 4, 7, 8, 8, 16, 16, 17, 19, 21, 21, 22, 24, 27]

SYLLABLES = {
    "latin": "ba be bi bo da de di do fa fe fo ga go gu ka ke ki ko la le li lo lu ma me mi mo na ne ni no "
             "pa pe pi po ra re ri ro ru sa se si so su ta te ti to va ve vi vo za ze zo an en in on un ar er "
             "or al el il as es os tra pre bri dro fla gra kli plo sta spe sko".split(),
    "kana": "あ い う え お か き く け こ さ し す せ そ た ち つ て と な に ぬ ね の は ひ ふ へ ほ ま み む め も や ゆ よ ら り る れ ろ わ "
            "ん が ぎ ぐ げ ご ざ じ ず ぜ ぞ だ で ど ば び ぶ べ ぼ ぱ ぴ ぷ ぺ ぽ きゃ しゅ ちょ".split(),
    "devanagari": [c + v for c in "कखगघचछजझटठडढतथदधनपफबभमयरलवशसह" for v in ("", "ा", "ि", "ी", "ु", "े", "ो")],
    "cyrillic": [c + v for c in "бвгджзклмнпрстфхчш" for v in "аеиоуыя"],
    "arabic": [c + v for c in "بتثجحخدذرزسشصضطظعغفقكلمنهوي" for v in ("َ", "ِ", "ُ", "ا", "ي", "و")],
    "pinyin": "你 好 我 们 是 中 国 人 学 生 老 师 天 气 很 今 明 去 来 吃 饭 喝 水 书 看 电 影 朋 友 大 小 多 少 山 河 火 车 飞 机 说 话 听 "
              "音 乐 春 夏 秋 冬 红 黄 蓝 绿 白 黑 月 日 星 期 爱 心 手 口 足 门 窗 请 谢 再 见 出 入 儿 女 热 冷 快 慢 长 短 高 低 新 旧".split(),
}
OTHER_LANGUAGES = {"es": "latin", "it": "latin", "de": "latin", "fr-fr": "latin", "pt": "latin", "tr": "latin",
                   "pl": "latin", "fi": "latin", "sw": "latin", "ja": "kana", "hi": "devanagari",
                   "ru": "cyrillic", "ar": "arabic", "cmn": "pinyin"}


def parts(lines):
    """Splits the phrase lists: phrases of the predicates are kept whole by their endings."""
    return [p for line in lines for p in line.split()]


def korean_syllable(rng):
    initial, vowel = rng.randrange(19), rng.randrange(21)
    return chr(0xAC00 + (initial * 21 + vowel) * 28 + rng.choice(KOREAN_COMMON_FINALS))


def korean_word(rng):
    """One Korean word of one to three random syllables."""
    return "".join(korean_syllable(rng) for _ in range(rng.choice((1, 1, 2, 2, 3))))


def korean_text(rng):
    """One Korean text of about 6 to 25 syllables; a third of them are made of random syllables."""
    if rng.random() < 0.35:
        return " ".join("".join(korean_syllable(rng) for _ in range(rng.randint(1, 4)))
                        for _ in range(rng.randint(2, 5)))
    sentence = [rng.choice(parts(KOREAN_WHO)), rng.choice(parts(KOREAN_WHAT)), rng.choice(parts(KOREAN_WHAT))]
    if rng.random() < 0.6:
        sentence.insert(1, rng.choice(parts(KOREAN_WHERE)))
    if rng.random() < 0.6:
        sentence.insert(0, rng.choice(parts(KOREAN_WHEN)))
    if rng.random() < 0.3:
        sentence += [rng.choice(parts(KOREAN_WHO)), rng.choice(parts(KOREAN_WHAT))]
    return " ".join(sentence)


def other_text(rng, language):
    syllables = SYLLABLES[OTHER_LANGUAGES[language]]
    return " ".join("".join(rng.choice(syllables) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(2, 5)))
