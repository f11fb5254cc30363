/**
 * Normalised correlation of two pictures of one size, as OpenCV's matchTemplate with TM_CCOEFF_NORMED gives it: the
 * Pearson correlation of their pixels, -1 to 1. Flat pictures have no correlation; here they get what OpenCV 4.6
 * returns: 1 against a flat template, whatever the image, and 0 for a flat image against a template that is not.
 * @throws RangeError where the sizes differ.
 */
export function normalisedCorrelation(image: ArrayLike<number>, template: ArrayLike<number>): number {
  const count = image.length;
  if (template.length !== count) {
    throw new RangeError(`The pictures have ${count} and ${template.length} values, they must have equally many.`);
  }
  let imageSum = 0;
  let templateSum = 0;
  for (let i = 0; i < count; i++) {
    imageSum += image[i] as number;
    templateSum += template[i] as number;
  }
  const imageMean = imageSum / count;
  const templateMean = templateSum / count;
  let product = 0;
  let imageEnergy = 0;
  let templateEnergy = 0;
  for (let i = 0; i < count; i++) {
    const a = (image[i] as number) - imageMean;
    const b = (template[i] as number) - templateMean;
    product += a * b;
    imageEnergy += a * a;
    templateEnergy += b * b;
  }
  // Rounding in the mean leaves a flat picture with a variance of this order.
  const flat = Number.EPSILON * count;
  if (count === 0 || templateEnergy <= flat * (1 + templateMean * templateMean)) return 1;
  if (imageEnergy <= flat * (1 + imageMean * imageMean)) return 0;
  return product / Math.sqrt(imageEnergy * templateEnergy);
}
