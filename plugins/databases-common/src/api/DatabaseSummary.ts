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
  BackupState,
  CredentialState,
  Coverage,
  DatabaseDescription,
  DatabaseIdentity,
  DatabaseOwner,
  DeliveryState,
  HealthState,
  LaneId,
  LaneState,
  Verdict,
} from '../model';

/** One lane in a row: the verdict without its findings. @public */
export type LaneSummary<State extends string = string> = Omit<
  Verdict<State>,
  'findings' | 'evidence' | 'nextChangeAt'
> & {
  /** How many findings there are of each severity. */
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
  };
};

/**
 * A row of a list.
 *
 * @public
 */
export interface DatabaseSummary {
  readonly database: DatabaseIdentity;
  /**
   * To whom it belongs, by its own word and by that of its entities; empty when
   * nobody is known, or when entities disagree. See `belongingOf`.
   */
  readonly owners: readonly DatabaseOwner[];
  /** `PostgreSQL (CloudNativePG)`. */
  readonly engineTitle: string;
  /** The lane to look at first. */
  readonly worst: { readonly lane: LaneId; readonly state: LaneState };
  readonly lanes: {
    readonly health?: LaneSummary<HealthState>;
    readonly credential?: LaneSummary<CredentialState>;
    readonly backup?: LaneSummary<BackupState>;
    readonly delivery?: LaneSummary<DeliveryState>;
  };
  /**
   * Set when what it was judged by is older than it should be: nothing then may
   * look healthy. UTC ISO instant of the last complete knowledge.
   */
  readonly staleSince?: string;
}

/**
 * Everything about one database.
 *
 * @public
 */
export interface DatabaseDetail extends Omit<DatabaseSummary, 'lanes'> {
  readonly lanes: {
    readonly health?: Verdict<HealthState>;
    readonly credential?: Verdict<CredentialState>;
    readonly backup?: Verdict<BackupState>;
    readonly delivery?: Verdict<DeliveryState>;
  };
  readonly description: DatabaseDescription;
  /** Where the team's own pages about it are, from the configuration. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Runbooks by rule id, from the configuration. */
  readonly runbooks: { readonly [rule: string]: string };
}

/**
 * Every answer says when it was made and until when it may be believed.
 *
 * @public
 */
export interface Dated {
  /** UTC ISO instant, by the server's clock: ages are counted from it. */
  readonly now: string;
  /** UTC ISO instant; past it the page says "last known at". */
  readonly validUntil: string;
}

/**
 * Answer of `GET /entities/:kind/:namespace/:name/databases`.
 *
 * @public
 */
export interface EntityDatabasesResponse extends Dated {
  /** Worst first. */
  readonly items: readonly DatabaseDetail[];
  /** Databases that may or may not be meant: shown, never guessed. */
  readonly ambiguous: readonly {
    /** One sentence that says why, and what to write. */
    readonly reason: string;
    readonly candidates: readonly string[];
  }[];
  /** What the entity says that it will have: see `plannedDatabases`. Left out when nothing. */
  readonly planned?: readonly string[];
  /** What was looked for, for the page that has nothing to show. */
  readonly searched: {
    readonly app?: string;
    readonly annotations: readonly string[];
    readonly kubernetesClusters: readonly string[];
  };
  /** Kubernetes clusters that could not be seen completely. */
  readonly gaps: readonly CoverageGap[];
}

/**
 * What cannot be seen of one Kubernetes cluster, repository or Vault.
 *
 * @public
 */
export interface CoverageGap {
  /** See `placeOf`. */
  readonly kubernetesCluster: string;
  readonly state: Exclude<Coverage['state'], 'synced'>;
  readonly since: string;
  /** One sentence, with what to do. */
  readonly message: string;
  /** Ids of the kinds it is about; empty when it is all of them. */
  readonly kinds: readonly string[];
  readonly lastSyncedAt?: string;
  /**
   * Which token of the caller would show it, as
   * `DatabasesRequestOptions.kubernetesTokens` calls it: the state is `on-demand`
   * as long as none is sent. Left out where no token of theirs would.
   */
  readonly tokenProvider?: string;
  /** Where all of it was refused: the namespaces that were then read by themselves. */
  readonly namespaces?: readonly string[];
}

/**
 * Answer of `GET /databases/:id`.
 *
 * @public
 */
export interface DatabaseResponse extends Dated {
  readonly item: DatabaseDetail;
  readonly gaps: readonly CoverageGap[];
}

/**
 * A change of a lane's state, as it was seen.
 *
 * @public
 */
export interface StateTransition {
  readonly database: string;
  readonly lane: LaneId;
  /** Left out when it was seen for the first time. */
  readonly from?: LaneState;
  readonly to: LaneState;
  /** UTC ISO instant. */
  readonly at: string;
  /** The deciding sentence in English. */
  readonly summary: string;
  /** Id of the deciding rule. */
  readonly rule?: string;
}

/**
 * Answer of `GET /databases/:id/history`: the last 90 days, newest first.
 *
 * @public
 */
export interface DatabaseHistoryResponse extends Dated {
  readonly items: readonly StateTransition[];
}
