import { type DetailedError, Upload } from "tus-js-client";
import { client } from "../apollo/client.ts";
import { refusalsIn } from "../apollo/use-act.ts";
import { keep, keptBeginning } from "../offline/store.ts";
import { isOnline, onOnlineChange, reportUnreached } from "../online/online.ts";
import type { Failure } from "../refusals/failure.ts";
import { ADD_EVIDENCE } from "./evidence-documents.ts";
import { holdAlone } from "./hold-alone.ts";
import { uploadFailure } from "./upload-failure.ts";

/** Where a file goes: to a row of the instrument or a field of the form. */
export type UploadPlace = { readonly entryId: string; readonly indicator?: string; readonly field?: string };

/** A file on its way, as this device keeps it: it goes on after a reload, from where it stopped. */
type KeptUpload = {
  readonly id: string;
  readonly place: UploadPlace;
  readonly name: string;
  readonly file: Blob;
  /** Where its bytes go, once the server has given a place. */
  readonly url: string | null;
  readonly paused: boolean;
};

/** A file on its way, as a list shows it. */
export type RunningUpload = {
  readonly id: string;
  readonly place: UploadPlace;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: "sending" | "paused" | "waiting" | "failed";
  readonly failure: Failure | null;
};

/**
 * The files that this person is sending as evidence: each in pieces, resumed when the network comes back, after a pause and after a reload,
 * and made evidence when it has arrived whole.
 */
class EvidenceUploads {
  #person = "";
  #running: readonly RunningUpload[] = [];
  readonly #senders = new Map<string, Upload>();
  readonly #listeners = new Set<() => void>();

  constructor() {
    onOnlineChange(() => isOnline() && this.#resumeWaiting());
  }

  /** Goes on with what was left on this device. Calling it again does nothing. */
  async start(person: string): Promise<void> {
    if (person === "" || person === this.#person) return;
    this.#person = person;
    this.#show([]);
    const left = await keptBeginning<KeptUpload>(person, PREFIX);
    for (const upload of left.values()) {
      this.#add(upload);
      if (!upload.paused) void this.#send(upload);
    }
  }

  /** Sends a file; without a network it waits on this device. */
  async add(file: File, place: UploadPlace): Promise<void> {
    const upload: KeptUpload = { id: crypto.randomUUID(), place, name: file.name, file, url: null, paused: false };
    await this.#keep(upload);
    this.#add(upload);
    await this.#send(upload);
  }

  /** Stops sending until {@link resume}. */
  async pause(id: string): Promise<void> {
    await this.#senders.get(id)?.abort();
    this.#change(id, { state: "paused" });
    await this.#rekeep(id, { paused: true });
  }

  /** Goes on, also after a failure. */
  async resume(id: string): Promise<void> {
    const upload = await this.#rekeep(id, { paused: false });
    if (upload) await this.#send(upload);
  }

  /** Forgets a file that was not sent whole. */
  async cancel(id: string): Promise<void> {
    await this.#senders.get(id)?.abort();
    await this.#forget(id);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): readonly RunningUpload[] => this.#running;

  /** In one tab at a time: another one that has the file too leaves it alone. */
  async #send(kept: KeptUpload): Promise<void> {
    const alone = await holdAlone(`isonga-upload-${kept.id}`, async () => {
      this.#change(kept.id, { state: "sending", failure: null });
      try {
        const url = await this.#transfer(kept);
        await this.#finish(kept, url);
      } catch (error) {
        await this.#stop(kept.id, uploadFailure(error));
      }
    });
    if (!alone) this.#change(kept.id, { state: "waiting" });
  }

  #transfer(kept: KeptUpload): Promise<string> {
    return new Promise((done, failed) => {
      const { entryId, indicator, field } = kept.place;
      const metadata = {
        purpose: "evidence",
        filename: kept.name,
        entryId,
        ...(indicator ? { indicator } : {}),
        ...(field ? { field } : {}),
      };
      const upload = new Upload(kept.file, {
        endpoint: "/files",
        ...(kept.url ? { uploadUrl: kept.url } : {}),
        chunkSize: CHUNK,
        retryDelays: [500, 1_500, 4_000],
        metadata,
        storeFingerprintForResuming: false,
        onUploadUrlAvailable: () => void this.#rekeep(kept.id, { url: upload.url }),
        onProgress: (sent) => this.#change(kept.id, { sent }),
        onSuccess: () => done(upload.url ?? ""),
        onError: (error: Error | DetailedError) => failed(error),
      });
      this.#senders.set(kept.id, upload);
      upload.start();
    });
  }

  /** The whole file becomes evidence. The file's own id is the key of this act: however often it is asked, it is done once. */
  async #finish({ id, place }: KeptUpload, url: string): Promise<void> {
    const fileKey = url.split("/").at(-1) ?? "";
    const { data } = await client.mutate({ mutation: ADD_EVIDENCE, variables: { input: { ...place, fileKey }, idempotencyKey: id } });
    const refusals = refusalsIn(data);
    if (refusals.length === 0) return this.#forget(id);
    // what the server has forgotten is sent again from the beginning when it is resumed
    await this.#rekeep(id, { url: null });
    this.#change(id, { state: "failed", failure: { kind: "refused", refusals }, sent: 0 });
  }

  async #stop(id: string, failure: Failure): Promise<void> {
    if (this.#running.find((upload) => upload.id === id)?.state === "paused") return;
    if (failure.kind === "network") reportUnreached();
    else await this.#rekeep(id, { url: null });
    this.#change(id, failure.kind === "network" ? { state: "waiting" } : { state: "failed", failure });
  }

  #resumeWaiting(): void {
    for (const { id, state } of this.#running) if (state === "waiting") void this.resume(id);
  }

  #add({ id, place, name, file, paused }: KeptUpload): void {
    const shown: RunningUpload = { id, place, name, size: file.size, sent: 0, state: paused ? "paused" : "waiting", failure: null };
    this.#show([...this.#running.filter((upload) => upload.id !== id), shown]);
  }

  #change(id: string, change: Partial<RunningUpload>): void {
    this.#show(this.#running.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  #show(running: readonly RunningUpload[]): void {
    this.#running = running;
    for (const listener of this.#listeners) listener();
  }

  #keep(upload: KeptUpload): Promise<void> {
    return keep(this.#person, PREFIX + upload.id, upload);
  }

  async #rekeep(id: string, change: Partial<KeptUpload>): Promise<KeptUpload | null> {
    const found = (await keptBeginning<KeptUpload>(this.#person, PREFIX + id)).get(PREFIX + id);
    if (!found) return null;
    const upload = { ...found, ...change };
    await this.#keep(upload);
    return upload;
  }

  async #forget(id: string): Promise<void> {
    this.#senders.delete(id);
    await keep(this.#person, PREFIX + id, undefined);
    this.#show(this.#running.filter((upload) => upload.id !== id));
  }
}

const PREFIX = "evidence-upload:";
/** Bytes a request carries: small enough to be seen moving on a slow line. What arrived of a broken one is kept by the server. */
const CHUNK = 256 * 1024;

/** The one place of uploads in this page. */
export const uploads = new EvidenceUploads();
