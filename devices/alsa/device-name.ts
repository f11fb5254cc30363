/**
 * The device names that are accepted from a flow, a dialog or a request: `default`, `hw:1,0`, `plughw:CARD=NAME,DEV=0`,
 * `bluealsa:DEV=00:11:22:33:44:55,PROFILE=sco`, or a name that the machine's own asoundrc defines.
 *
 * A name can be a whole definition in ALSA, and some of its device types do more than play and record: `file` and `tee`
 * write any file and start any program (`file:'|reboot',raw`), also from within another name (`plug:"file:x"`); `shm`
 * opens any socket; a sound server may be on another machine (`SERVER=`). A flow may come from a stranger, so no
 * setting reaches these types: no quotes, braces or slashes, none of those words, and no colon after the first one but in a
 * Bluetooth address. Somebody who needs such a type defines it in `~/.asoundrc`, under a plain name.
 *
 * On macOS a device has the name of the sound settings: words of any script, with one space between them, such as
 * `MacBook Pro Microphone`. To ALSA such a name is a device that it does not know.
 */
export const PLAIN_DEVICE =
  /^(?!.*\b(?:file|tee|shm|socket|server)\b)(?:\w[\w.-]{0,63}(?::(?:[a-z]\w*=)?(?:(?:[\da-f]{2}:){5}[\da-f]{2}|[\w.-]{1,64})(?:,(?:[a-z]\w*=)?[\w.-]{1,64}){0,7})?|[\p{L}\p{N}][\p{L}\p{M}\p{N}.’()-]{0,63}(?: [\p{L}\p{M}\p{N}.’()-]{1,64}){0,7})$/iu;
