import { ApolloProvider } from "@apollo/client/react";
import { type ReactElement, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { type LoaderFunctionArgs, Outlet, redirect, useNavigation } from "react-router";
import { DeadlineStrip } from "../../features/home/deadline-strip.tsx";
import { client } from "../../lib/apollo/client.ts";
import { speak } from "../../lib/i18n/i18n.ts";
import { isChosenByHand, languageOfPath } from "../../lib/i18n/language-choice.ts";
import { outbox } from "../../lib/offline/outbox.ts";
import { startServiceWorker } from "../../lib/offline/service-worker.ts";
import { fetchMe } from "../../lib/session/me.ts";
import { keepMyLanguage } from "../../lib/session/my-language.ts";
import { SignInAgain } from "../../lib/session/sign-in-again.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import styles from "./frame.module.css";
import { NetworkStrip } from "./network-strip.tsx";
import { SideNav } from "./side-nav.tsx";
import { TopBar } from "./top-bar.tsx";
import { useFocusReturn } from "./use-focus-return.ts";

/** The frame around every page behind sign-in: top, navigation, strip, page. */
export function Component(): ReactElement {
  return (
    <ApolloProvider client={client}>
      <Frame />
      <SignInAgain />
    </ApolloProvider>
  );
}

/** Nobody signed in: to the door, with the address to come back to. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response | null> {
  const url = new URL(request.url);
  const language = languageOfPath(url.pathname) ?? "en";
  if ((await fetchMe()) !== null) {
    void startServiceWorker();
    if (isChosenByHand()) void keepMyLanguage(language);
    // What waits is sent wherever the person goes on, not only on the page where it was typed.
    outbox.onUnknown(teachOutbox);
    return null;
  }
  await speak(language);
  return redirect(`/${language}/app/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
}

/** Fetches who can send an act that waits: figures of the monthly grid, what judges do, and whatever is written in entries. */
function teachOutbox(kind: string): void {
  if (kind === "saveReportFigures") void import("../../features/reports/report-outbox.ts").then((reports) => reports.sendSavedFigures());
  else if (kind.startsWith("judge")) void import("../../lib/judging/card-senders.ts").then((desk) => desk.sendCardActs());
  else void import("../../lib/entries/entry-senders.ts").then((entries) => entries.sendEntryActs());
}

/** Who is signed in is asked once; after that the session itself tells when it is over. */
export function shouldRevalidate(): boolean {
  return false;
}

function Frame(): ReactElement {
  const { t } = useTranslation("shell");
  const moving = useNavigation().state === "loading";
  useFocusReturn();
  return (
    <div className={styles.frame}>
      <a href="#page" className={styles.skip}>
        {t("skip")}
      </a>
      <TopBar />
      <NetworkStrip />
      <DeadlineStrip />
      <div className={styles.middle}>
        <SideNav />
        <main id="page" tabIndex={-1} className={styles.main} data-moving={moving}>
          <Suspense fallback={<SkeletonLines />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <BottomBar />
    </div>
  );
}
