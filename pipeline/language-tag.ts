/** The language of a tag: `ko` of `ko-KR`. @param tag BCP 47 */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
