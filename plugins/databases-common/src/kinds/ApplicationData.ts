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

/**
 * What is kept of an Argo CD Application. A field is left out when the object
 * does not have it, or has something else there.
 *
 * @public
 */
export interface ApplicationData {
  readonly labels: {
    readonly app?: string;
    readonly environment?: string;
  };
  /** `argocd.argoproj.io/skip-reconcile` is `true`: nobody looks at it. */
  readonly skipped?: boolean;
  /** Whether it deletes by itself what is gone from git. */
  readonly prunes?: boolean;
  /** Whether deleting it deletes what it delivered. */
  readonly cascades?: boolean;
  readonly project?: string;
  readonly destination: {
    readonly server?: string;
    readonly name?: string;
    readonly namespace?: string;
  };
  /** The first few; `sourcesCut` is how many more there are. */
  readonly sources: readonly ApplicationSource[];
  readonly sourcesCut?: number;
  /** `manual` has no `syncPolicy.automated`, `off` has it switched off. */
  readonly automation: 'automated' | 'manual' | 'off';
  readonly sync: {
    readonly status?: string;
    /** One for each source. */
    readonly revisions: readonly string[];
  };
  readonly health: { readonly status?: string; readonly since?: string };
  /** `appTree`: the health of single resources is not in the object. */
  readonly resourceHealthSource?: string;
  readonly reconciledAt?: string;
  readonly conditions: readonly {
    readonly type: string;
    readonly message?: string;
    readonly since?: string;
  }[];
  /** An operation is asked for that has not begun. */
  readonly requested?: boolean;
  /** The last one, or the one that runs. */
  readonly operation?: ApplicationOperation;
  /** Databases and workloads that it delivers; `resourcesCut` is how many more of these. */
  readonly resources: readonly DeliveredResource[];
  readonly resourcesCut?: number;
  /** How many resources of any kind are not as declared. */
  readonly drifted: number;
}

/** @public */
export interface ApplicationSource {
  readonly repoUrl?: string;
  readonly path?: string;
  readonly targetRevision?: string;
  readonly chart?: string;
}

/** @public */
export interface ApplicationOperation {
  /** `Running`, `Terminating`, `Failed`, `Error` or `Succeeded`. */
  readonly phase?: string;
  readonly message?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly retries?: number;
  readonly revision?: string;
  /** Hooks and failures, the failed ones first. */
  readonly results: readonly OperationResult[];
  readonly resultsCut?: number;
}

/** @public */
export interface OperationResult {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** `SyncFailed` and such; hooks have a phase instead. */
  readonly status?: string;
  /** `PreSync`, `Sync`, `PostSync`, `SyncFail`; left out when it is no hook. */
  readonly hook?: string;
  readonly phase?: string;
  readonly message?: string;
}

/** @public */
export interface DeliveredResource {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly sync?: string;
  /** Left out when Argo CD does not store it. */
  readonly health?: string;
}
