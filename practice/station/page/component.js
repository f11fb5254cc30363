export default {
  data() {
    return {
      texts: '__TEXTS__',
      bundled: '__TRIES__',
      tags: { left: 'del', added: 'ins' },
      ui: 'en',
      connected: true,
      session: '',
      sentences: {},
      listProblems: [],
      language: 'ko',
      voice: 'low',
      chosen: '',
      own: '',
      text: '',
      preparing: false,
      earIsLoading: false,
      reference: null,
      sayings: [],
      hasSayings: false,
      showsSayings: true,
      source: 'browser',
      state: 'idle',
      count: 0,
      elapsed: 0,
      meter: -60,
      room: [],
      light: 'unknown',
      result: null,
      words: [],
      said: '',
      prosody: null,
      picture: null,
      heard: null,
      problem: null,
      attempts: [],
      tiers: [],
    };
  },
  computed: {
    t() { return this.texts[this.ui]; },
    /** The bundled recordings of the language; the Korean ones where it has none. */
    tries() { return this.bundled[this.language] || this.bundled.ko; },
    languages() { return Object.keys(this.sentences); },
    problemsOfList() {
      return this.listProblems.map(({ kind, line, text }) => this.t.listProblems[kind].replace('{line}', line).replace('{text}', () => text));
    },
    isBusy() { return this.state !== 'idle'; },
    /** The words of the sentence with their pronunciation; none where that is not known or not wanted. */
    shownSayings() { return this.showsSayings ? this.sayings : []; },
    isReady() { return this.reference !== null && !this.preparing; },
    canUseBrowser() { return Boolean(window.isSecureContext && navigator.mediaDevices && window.AudioWorkletNode); },
    meterShare() { return Math.round(Math.max(0, Math.min(100, ((this.meter + 60) / 60) * 100))); },
    canPress() { return this.state === 'recording' || (this.state === 'idle' && this.text !== ''); },
    mainLabel() {
      if (this.state === 'recording') return '■ ' + this.t.stop;
      return '● ' + (this.result || this.problem ? this.t.recordAgain : this.t.record);
    },
    stateText() {
      if (this.state === 'countdown') return this.count > 0 ? String(this.count) : this.t.opening;
      if (this.state === 'recording') return this.t.speak + ' ' + Math.max(0, 15 - this.elapsed) + ' s';
      if (this.state === 'scoring') return this.earIsLoading ? this.t.earIsLoading : this.t.scoring;
      return '';
    },
    points() {
      const step = 100 / Math.max(1, this.attempts.length);
      return this.attempts.map((value, i) => ({ x: (i + 0.5) * step, y: value, colour: this.colourOf(value) }));
    },
    line() { return this.points.map(({ x, y }) => x + ',' + (100 - y)).join(' '); },
    /** Both curves, and what they say; null where there are none. */
    melody() {
      if (!this.prosody) return null;
      const { reference, learner } = this.prosody;
      const { pitchLines, melodySentences } = this.melodyTools;
      return { lines: pitchLines({ reference: reference.pitch, learner: learner.pitch }), text: melodySentences(this.prosody, this.t.melody) };
    },
    historyText() { return this.t.attempts + ' ' + this.attempts.map((value) => Math.round(value)).join(', '); },
  },
  methods: {
    /** The page's own name, so that a phone that was asleep comes back as the same learner. */
    ownSession() {
      const known = sessionStorage.getItem('pron-session');
      if (known) return known;
      const random = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      sessionStorage.setItem('pron-session', 'page-' + random);
      return 'page-' + random;
    },
    tell(topic, more) {
      const { session, language, text } = this;
      this.send({ topic, payload: '', ...more, pronunciation: { session, language, text } });
    },
    hello() { this.tell('hello'); },
    /** The dashboard's menu has a tooltip without a name; a screen reader needs one. */
    nameTooltips() {
      for (const tooltip of document.querySelectorAll('[role=tooltip]:not([aria-label])')) {
        tooltip.setAttribute('aria-label', tooltip.textContent || this.t.title);
      }
    },
    rememberUi() {
      localStorage.setItem('pron-ui', this.ui);
      document.documentElement.lang = this.ui;
    },
    rememberSayings() { localStorage.setItem('pron-sayings', this.showsSayings ? 'shown' : 'hidden'); },
    nameOf(tag) {
      try {
        return new Intl.DisplayNames([this.ui], { type: 'language' }).of(tag);
      } catch {
        return tag;
      }
    },
    /** The colour of an attempt by the tiers that the score node has sent last; none before it has sent any. */
    colourOf(value) {
      const falling = [...this.tiers].sort((a, b) => b.from - a.from);
      const tier = falling.find(({ from }) => value >= from) || falling.pop();
      return tier ? tier.colour : '';
    },
    chooseLanguage() {
      this.chosen = (this.sentences[this.language] || [''])[0];
      this.chooseSentence();
    },
    /** The sentence that is practised, if it is one of the list. */
    showInMenu() {
      if ((this.sentences[this.language] || []).includes(this.text)) this.chosen = this.text;
    },
    chooseSentence() {
      if (this.chosen === '') {
        this.text = '';
        this.sayings = [];
        this.clearResult();
        return;
      }
      this.text = this.chosen;
      this.prepare();
    },
    useOwn() {
      this.text = this.own.trim();
      this.prepare();
    },
    /** Lets the voice say the sentence, so that it is there before the learner is. */
    prepare() {
      this.clearResult();
      this.reference = null;
      this.sayings = [];
      if (this.text === '') return;
      this.preparing = true;
      this.attempts = this.remembered();
      this.tell('say', { payload: this.text, voice: this.voice });
    },
    clearResult() {
      this.result = null;
      this.problem = null;
      this.words = [];
      this.said = '';
      this.prosody = null;
      this.picture = this.renewed(this.picture, null);
      this.heard = this.renewed(this.heard, null);
    },
    /** An object URL for bytes; revokes the old one. */
    renewed(old, bytes, type) {
      if (old) URL.revokeObjectURL(old);
      return bytes ? URL.createObjectURL(new Blob([bytes], { type })) : null;
    },
    playAt(address, rate) {
      const { audio } = this.$refs;
      audio.src = address;
      audio.preservesPitch = true;
      audio.playbackRate = rate;
      audio.play().catch(() => undefined);
    },
    listen(rate) { this.playAt(this.reference, rate); },
    replay() { this.playAt(this.heard, 1); },
    listenThere(slow) { this.tell('aloud', { payload: this.text, voice: this.voice, slow }); },
    /** One button in one place, so that the keyboard stops where it has started. */
    press() {
      if (!this.canPress) return undefined;
      return this.state === 'recording' ? this.stop() : this.record();
    },
    async record() {
      this.clearResult();
      this.state = 'countdown';
      this.count = 0;
      this.room = [];
      this.light = 'unknown';
      this.$refs.audio.pause();
      this.attempt = {};
      const { attempt } = this;
      try {
        if (this.source === 'browser') {
          const microphone = await this.tools.openMicrophone(this.showLevel);
          // The learner may have left, or an error may have come.
          if (this.attempt !== attempt) return microphone.close();
          this.microphone = microphone;
        } else {
          this.tell('record', { payload: true });
        }
      } catch (error) {
        this.fail(this.t.microphoneError, this.t.microphoneErrors[error.name] || String(error.message));
        return;
      }
      for (this.count = 3; this.count > 0; this.count--) {
        await this.pause(600);
        if (this.attempt !== attempt) return;
      }
      this.microphone?.begin(300);
      this.elapsed = 0;
      this.state = 'recording';
      this.timer = setInterval(() => {
        if (++this.elapsed >= 15) this.stop();
      }, 1000);
    },
    pause(ms) { return new Promise((resolve) => setTimeout(resolve, ms)); },
    async stop() {
      clearInterval(this.timer);
      this.state = 'scoring';
      this.meter = -60;
      const { microphone, attempt } = this;
      if (!microphone) {
        this.tell('stop', { payload: false });
        return;
      }
      this.microphone = null;
      const wav = await microphone.finish();
      if (this.attempt === attempt) this.tell('recording', { payload: wav });
    },
    /** During the countdown nobody speaks: what is heard then is the room. */
    showLevel(level) {
      this.meter = level;
      if (this.state !== 'countdown') return;
      this.room.push(level);
      const middle = [...this.room].sort((a, b) => a - b)[Math.floor(this.room.length / 2)];
      this.light = middle < -50 ? 'green' : middle < -38 ? 'amber' : 'red';
    },
    tryRecording({ language, recording, text }) {
      this.language = language;
      if (this.text !== text) {
        this.text = text;
        this.showInMenu();
        this.prepare();
      } else {
        this.clearResult();
      }
      this.state = 'scoring';
      this.attempt = {};
      this.tell('try', { payload: '', recording });
    },
    fail(title, text) {
      clearInterval(this.timer);
      this.attempt = {};
      this.microphone?.close();
      this.microphone = null;
      this.state = 'idle';
      this.meter = -60;
      this.problem = { title, text };
    },
    receive(msg) {
      const receivers = {
        sentences: this.takeSentences, reference: this.takeReference, level: this.takeLevel, result: this.takeResult, error: this.takeError,
        ear: this.takeEar,
      };
      receivers[msg.topic]?.(msg);
    },
    takeEar({ payload }) { this.earIsLoading = payload; },
    takeSentences({ payload, problems, earIsLoading }) {
      this.earIsLoading = Boolean(earIsLoading);
      this.sentences = payload;
      this.listProblems = (problems || []).slice(0, 5);
      if (this.text !== '') {
        this.showInMenu(); // the learner was quicker than the list
        return;
      }
      const wished = localStorage.getItem('pron-language');
      this.language = payload[wished] ? wished : Object.keys(payload)[0] || 'ko';
      this.chooseLanguage();
    },
    takeReference({ payload, text, voice, words }) {
      if (text !== this.text || voice !== this.voice) return;
      this.sayings = words || [];
      this.hasSayings = this.sayings.length > 0;
      this.reference = this.renewed(this.reference, payload, 'audio/wav');
      this.preparing = false;
      localStorage.setItem('pron-language', this.language);
    },
    takeLevel({ payload }) {
      if (this.state === 'countdown' || this.state === 'recording') this.showLevel(payload);
    },
    takeResult({ score, words, change, hint, said, prosody, picture, recording, noise }) {
      // The machine's microphone may have ended the recording by its time limit.
      clearInterval(this.timer);
      this.attempt = {};
      this.state = 'idle';
      this.meter = -60;
      this.problem = null;
      const { value, verdict, tier, tiers } = score;
      this.tiers = tiers;
      localStorage.setItem('pron-tiers', JSON.stringify(tiers));
      this.result = { value, colour: tier ? tier.colour : '', sentence: this.sentenceOf(verdict, tier, change, hint) };
      this.words = words;
      this.said = said;
      this.prosody = prosody || null;
      this.picture = this.renewed(this.picture, picture, 'image/png');
      this.heard = this.renewed(this.heard, recording, 'audio/wav');
      if (noise) this.light = noise;
      this.$nextTick(() => this.$refs.result?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }));
      if (value !== null) this.remember(value);
    },
    /** What the learner is told: why there is no score, what was said otherwise, which sound was another, or what the score means. */
    sentenceOf(verdict, tier, change, hint) {
      if (!tier) return this.t.verdicts[verdict];
      if (change) return this.t.verdicts[change.kind].replace('__words__', () => change.words);
      if (hint) {
        const { sentence, [hint.contrast]: advice } = this.t.contrast;
        return sentence.replace('__expected__', () => hint.expected).replace('__said__', () => hint.said).replace('__advice__', () => advice);
      }
      return this.t.tiers[tier.name] || tier.name;
    },
    /** Below a word: its points and, unless it was right, what became of it. */
    noteOf({ state, score }) {
      return [score === undefined ? '' : Math.round(score), this.t.states[state]].filter((part) => part !== undefined && part !== '').join(' ');
    },
    /** For whoever can't see the marks: the syllables that were not right. */
    weakSyllables({ syllables = [] }) {
      return syllables.filter(({ state }) => this.t.states[state]).map(({ text, state }) => text + ' ' + this.t.states[state]).join(', ');
    },
    takeError({ payload, code }) {
      this.preparing = false;
      this.fail(this.t.errors[code] || this.t.error, payload);
    },
    listIn(key) {
      const list = JSON.parse(localStorage.getItem(key) || '[]');
      return Array.isArray(list) ? list : [];
    },
    historyKey() { return 'pron-attempts ' + this.language + ' ' + this.text; },
    remembered() { return this.listIn(this.historyKey()).filter(Number.isFinite); },
    remember(value) {
      this.attempts = [...this.remembered(), Math.round(value * 10) / 10].slice(-30);
      localStorage.setItem(this.historyKey(), JSON.stringify(this.attempts));
    },
    forget() {
      localStorage.removeItem(this.historyKey());
      this.attempts = [];
    },
    onConnect() {
      this.connected = true;
      this.hello();
    },
    onDisconnect() {
      this.connected = false;
      if (this.state === 'scoring') this.fail(this.t.error, this.t.disconnected);
    },
  },
  mounted() {
    const known = localStorage.getItem('pron-ui') || navigator.language.slice(0, 2);
    this.ui = this.texts[known] ? known : 'en';
    this.rememberUi();
    this.session = this.ownSession();
    this.showsSayings = localStorage.getItem('pron-sayings') !== 'hidden';
    this.tiers = this.listIn('pron-tiers');
    if (!this.canUseBrowser) this.source = 'machine';
    this.$socket.on('msg-input:' + this.id, this.receive);
    this.$socket.on('connect', this.onConnect);
    this.$socket.on('disconnect', this.onDisconnect);
    this.hello();
    this.nameTooltips();
  },
  unmounted() {
    this.attempt = {};
    clearInterval(this.timer);
    this.microphone?.close();
    this.$socket.off('connect', this.onConnect);
    this.$socket.off('disconnect', this.onDisconnect);
  },
};
