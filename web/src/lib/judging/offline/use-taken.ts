import { useCallback, useEffect, useState } from "react";
import { kept } from "../../offline/store.ts";
import { onTabs } from "../../offline/tabs.ts";
import { useMe } from "../../session/me.ts";
import { type Taken, takenKey } from "./take-along.ts";

/** What this device has taken along of a stage; null when nothing. `look` reads it again. */
export function useTaken(stageId: string): { readonly taken: Taken | null; readonly look: () => void } {
  const person = useMe()?.id ?? "";
  const [taken, setTaken] = useState<Taken | null>(null);
  const look = useCallback(() => {
    if (person !== "") void kept<Taken>(person, takenKey(stageId)).then((found) => setTaken(found ?? null));
  }, [person, stageId]);
  useEffect(() => {
    look();
    return onTabs((message) => {
      if (message.about === "kept" && message.key === takenKey(stageId)) look();
    });
  }, [look, stageId]);
  return { taken, look };
}
