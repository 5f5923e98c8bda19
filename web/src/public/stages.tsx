import type { LocalizedText } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import type { Words } from "./words.ts";

export type StagesProps = {
  readonly words: Words;
  readonly timeZone: string;
  readonly stages: readonly { readonly code: string; readonly names: LocalizedText; readonly startsAt: string; readonly endsAt: string }[];
};

/** A round's dates in its own time zone. */
export function Stages({ words, stages, timeZone }: StagesProps): ReactElement | null {
  if (stages.length === 0) return null;
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{words.t("stages")}</h2>
      <dl className="stages">
        {stages.map(({ code, names, startsAt, endsAt }) => (
          <div key={code}>
            <dt>{words.text(names)}</dt>
            <dd>{words.t("stageDates", { from: words.date(startsAt, timeZone), to: words.dateTime(endsAt, timeZone) })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
