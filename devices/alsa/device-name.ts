/**
 * The names of devices that are taken, wherever they come from: `default`, `hw:1,0`, `plughw:CARD=NAME,DEV=0`,
 * `bluealsa:DEV=00:11:22:33:44:55,PROFILE=sco`, or a name that the machine's own asoundrc defines.
 *
 * A name can be a whole definition in ALSA, and some of its device types do more than play and record: `file` and `tee`
 * write any file and start any program (`file:'|reboot',raw`), also from within another name (`plug:"file:x"`); `shm`
 * opens any socket; a sound server may be on another machine (`SERVER=`). A flow may be a stranger's, so no setting
 * reaches these types: no quotes, braces or slashes, none of those words, and no colon after the first one but in a
 * Bluetooth address. What somebody wants of them goes into `~/.asoundrc`, under a plain name.
 */
export const PLAIN_DEVICE =
  /^(?!.*\b(?:file|tee|shm|socket|server)\b)\w[\w.-]{0,63}(?::(?:[a-z]\w*=)?(?:(?:[\da-f]{2}:){5}[\da-f]{2}|[\w.-]{1,64})(?:,(?:[a-z]\w*=)?[\w.-]{1,64}){0,7})?$/i;
