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
  InChartOptions,
  RepositoryRef,
  SharedCluster,
  SizePreset,
  TargetEnvironment,
} from '../model';
import { NamingTarget } from '../naming';

/**
 * Answer of `GET /targets`: what the form needs to offer a target. It holds no
 * token and no path.
 *
 * @public
 */
export interface TargetSummary {
  readonly id: string;
  readonly title: string;
  readonly platform: RepositoryRef;
  readonly app: RepositoryRef;
  /** How its repositories are laid out. */
  readonly layout: {
    /** `files`: the configuration names none, so the repositories decide. */
    readonly from: 'configuration' | 'files';
    /** Left out: nobody has planned yet, and names may turn out otherwise. */
    readonly title?: string;
  };
  readonly environments: readonly TargetEnvironment[];
  /** What `resolveNames` needs to preview names while a person types. */
  readonly naming: NamingTarget;
  readonly sizes: { readonly [id: string]: SizePreset };
  readonly defaultSize: string;
  /** Engine versions with a pinned image, newest first. */
  readonly versions: readonly string[];
  /** Clusters that a database may go into, by environment. */
  readonly sharedClusters: readonly Omit<SharedCluster, 'path'>[];
  /** Where the chart of the app may bring the database, and how that is called. */
  readonly inChart: Omit<InChartOptions, 'values'>;
  readonly backup: {
    /** Whether the target says where backups go. */
    readonly available: boolean;
    readonly schedule: string;
    readonly retention: string;
    /** Whether the person has to give object-store credentials. */
    readonly credentialsNeeded: boolean;
  };
  /** Hosts for which a request needs the person's own token. */
  readonly userTokenHosts: readonly string[];
  /** Rules that may be waived, for the form. */
  readonly waivableRules: readonly {
    readonly id: string;
    readonly title: string;
  }[];
}

/**
 * A target whose configuration is wrong; the others work.
 *
 * @public
 */
export interface TargetProblem {
  readonly id: string;
  /** Names the path in app-config and what to write there. */
  readonly error: string;
}

/** @public */
export interface TargetsResponse {
  readonly items: readonly TargetSummary[];
  readonly problems: readonly TargetProblem[];
}
