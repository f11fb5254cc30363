const SESSION = 'pron-teacher';

/** The teacher's session of this browser tab. Its first letters tell the flow whose page it is. */
export function ownTeacherSession(): string {
  const known = sessionStorage.getItem(SESSION);
  if (known !== null) return known;
  const random = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  sessionStorage.setItem(SESSION, `teacher-${random}`);
  return `teacher-${random}`;
}

/** Lets the browser save a table. */
export function saveTable(text: string, filename: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

let player: HTMLAudioElement | undefined;

/** Plays a recording; one that is playing stops. */
export function play(wav: ArrayBuffer): void {
  player?.pause();
  const address = URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }));
  player = new Audio(address);
  player.onended = () => URL.revokeObjectURL(address);
  void player.play();
}
