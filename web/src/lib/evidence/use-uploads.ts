import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useMe } from "../session/me.ts";
import { type RunningUpload, type UploadPlace, uploads } from "./uploads.ts";

/** The files on their way to a row or a field; what was left on this device goes on by itself. */
export function useUploads({ entryId, indicator, field }: UploadPlace): readonly RunningUpload[] {
  const person = useMe()?.id ?? "";
  useEffect(() => void uploads.start(person), [person]);
  const all = useSyncExternalStore(uploads.subscribe, uploads.view);
  return useMemo(
    () => all.filter(({ place }) => place.entryId === entryId && place.indicator === indicator && place.field === field),
    [all, entryId, indicator, field],
  );
}
