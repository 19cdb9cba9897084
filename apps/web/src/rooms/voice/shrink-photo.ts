/** The longest side of a shrunk photo, in pixels. */
const longest = 2400;

/** Makes a JPEG of a picture that the browser can draw, small enough to be sent. @throws when it cannot draw it */
export async function shrinkPhoto(bytes: ArrayBuffer, type: string): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(new Blob([bytes], { type }));
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82));
  if (blob === null) throw new Error('the picture could not be drawn');
  return blob.arrayBuffer();
}
