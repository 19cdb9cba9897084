/**
 * Exponential and logarithm from the four operations that IEEE 754 fixes to the last bit.
 * `Math.exp` and `Math.log` may differ between machines, and one bit is enough for another plan.
 */
export const exponential = (x: number): number => {
  if (x < -700) return 0;
  const halvings = Math.ceil(Math.abs(x) * 4);
  let steps = 0;
  let scaled = x;
  for (let size = 1; size < halvings; size *= 2) {
    scaled /= 2;
    steps++;
  }
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 16; n++) {
    term *= scaled / n;
    sum += term;
  }
  for (let n = 0; n < steps; n++) sum *= sum;
  return sum;
};

/** Natural logarithm of a positive number. */
export const logarithm = (x: number): number => {
  let mantissa = x;
  let twos = 0;
  while (mantissa > 1.5) {
    mantissa /= 2;
    twos++;
  }
  while (mantissa < 0.75) {
    mantissa *= 2;
    twos--;
  }
  const ratio = (mantissa - 1) / (mantissa + 1);
  let power = ratio;
  let sum = 0;
  for (let n = 1; n < 40; n += 2) {
    sum += power / n;
    power *= ratio * ratio;
  }
  return 2 * sum + twos * Math.LN2;
};
