/** What a reader accepts at most. Beyond a limit the message (or file) is refused with its place; memory stays bounded. */
export interface Limits {
  readonly segmentBytes: number;
  readonly segmentsPerMessage: number;
  readonly messageBytes: number;
  readonly interchangesPerFile: number;
  readonly messagesPerFile: number;
  readonly findingsPerMessage: number;
  readonly itemsPerMessage: number;
  readonly scheduleLinesPerMessage: number;
}

/** Wide enough for the largest schedules met, narrow enough for 256 MB. */
export const LIMITS: Limits = {
  segmentBytes: 65_536,
  segmentsPerMessage: 1_000_000,
  messageBytes: 64 * 1024 * 1024,
  interchangesPerFile: 100_000,
  messagesPerFile: 1_000_000,
  findingsPerMessage: 200,
  itemsPerMessage: 100_000,
  scheduleLinesPerMessage: 500_000,
};
