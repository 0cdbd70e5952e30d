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

import { BackupMetricNames } from '@basewell/plugin-databases-common/domain';

/** One Prometheus, as `databases.metrics` configures it. */
export interface MetricsSettings {
  /** Of which it has the metrics; facts come from the place `prometheus:<name>`. */
  readonly kubernetesCluster: string;
  /** Without a slash at the end; `/api/v1/query` lies below. */
  readonly url: string;
  /** Labels that pick this Kubernetes cluster where several share an endpoint. */
  readonly labels: { readonly [name: string]: string };
  /** Sent as `X-Scope-OrgID`. */
  readonly tenant?: string;
  /** Milliseconds between two rounds. */
  readonly interval: number;
  /** Left out: nothing reports the sizes of backups. */
  readonly backups?: BackupMetricNames;
  readonly login: MetricsLogin;
}

/** How the portal shows who it is. */
export type MetricsLogin =
  | { readonly method: 'none' }
  | { readonly method: 'token'; readonly token: string }
  /** Read again for each question: Kubernetes replaces it every hour. */
  | { readonly method: 'tokenFile'; readonly tokenFile: string }
  | {
      readonly method: 'password';
      readonly username: string;
      readonly password: string;
    };
