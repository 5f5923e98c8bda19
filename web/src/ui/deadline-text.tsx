import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "./use-format.ts";

/** A deadline: its date with the year, its time and zone, and the time that is left; follows the clock. */
export function DeadlineText(props: { readonly at: string; readonly timeZone: string }): ReactElement {
  const { t } = useTranslation("common");
  const format = useFormat();
  const now = useNow();
  const over = Date.parse(props.at) <= now.getTime();
  const moment = format.dateTime(props.at, { timeZone: props.timeZone, showZone: true });
  const distance = format.relative(props.at, now);
  return (
    <span>
      <time dateTime={props.at}>{t("deadline.until", { moment })}</time>
      {" · "}
      {over ? t("deadline.over", { since: distance }) : t("deadline.left", { left: distance })}
    </span>
  );
}

/** The present, to the minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
