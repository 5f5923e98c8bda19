import { currentLanguage } from "../../i18n/i18n.ts";

/** Under which name a device keeps a queue: its words are in one language. */
export function queueKey(stageId: string): string {
  return `judging queue ${currentLanguage()} ${stageId}`;
}
