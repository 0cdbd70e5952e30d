/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  DatabasesApi,
  PlanPreviewRequest,
} from '@basewell/plugin-databases-common';
import { PreviewState } from './PreviewState';

/** People type; a preview costs some dozen requests to the forges. */
const DEBOUNCE_MS = 600;
/** Before the second and the third attempt. */
const RETRIES_MS = [1_000, 4_000];

/**
 * Makes previews: waits until typing stops, aborts what nobody waits for, tries
 * again where that can help, and keeps the last good one meanwhile. Tokens live
 * only in the call that needs them.
 *
 * @public
 */
export class DatabasePreviews {
  readonly #client: Pick<DatabasesApi, 'previewPlan'>;
  readonly #listeners = new Set<() => void>();
  #state: PreviewState = { status: 'idle' };
  #controller: AbortController | undefined;
  #again: (() => void) | undefined;

  constructor(client: Pick<DatabasesApi, 'previewPlan'>) {
    this.#client = client;
  }

  /** Identifies a request; equal ones share a preview. */
  static keyOf(request: unknown): string {
    return JSON.stringify(request);
  }

  readonly getState = (): PreviewState => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /**
   * Asks for the preview of a request, unless it is there or under way.
   *
   * @param maxAge - `stale` asks even when it is there: repositories move
   */
  ask(body: PlanPreviewRequest, maxAge?: 'stale'): void {
    const key = DatabasePreviews.keyOf(body.request);
    const known = this.#state.status !== 'idle' && this.#state.key === key;
    if (known && maxAge !== 'stale') {
      return;
    }
    this.#again = () => this.#start(key, body, 0);
    this.#start(key, body, this.#last ? DEBOUNCE_MS : 0);
  }

  retry(): void {
    this.#again?.();
  }

  /** Drops everything; a form that starts over begins with nothing. */
  reset(): void {
    this.#controller?.abort();
    this.#again = undefined;
    this.#set({ status: 'idle' });
  }

  get #last() {
    return this.#state.status === 'idle' ? undefined : this.#state.last;
  }

  #start(key: string, body: PlanPreviewRequest, delay: number) {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#set({ status: 'loading', key, last: this.#last });
    this.#run(body, delay, controller.signal).then(
      preview => {
        if (!controller.signal.aborted) {
          this.#set({ status: 'ready', key, last: preview });
        }
      },
      error => {
        if (!controller.signal.aborted) {
          this.#set({ status: 'failed', key, error, last: this.#last });
        }
      },
    );
  }

  async #run(body: PlanPreviewRequest, delay: number, signal: AbortSignal) {
    await pause(delay, signal);
    for (const wait of RETRIES_MS) {
      try {
        return await this.#client.previewPlan(body, { signal });
      } catch (error) {
        if (signal.aborted || !mayPass(error)) {
          throw error;
        }
        await pause(wait, signal);
      }
    }
    return this.#client.previewPlan(body, { signal });
  }

  #set(state: PreviewState) {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}

/** The network, or a server that has trouble; not what the request says. */
function mayPass(error: unknown): boolean {
  const { statusCode } = error as { readonly statusCode?: number };
  return statusCode === undefined || statusCode >= 500;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
