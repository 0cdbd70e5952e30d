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

import { Coverage, DatabaseResources, LaneId } from '../model';
import { CoverageGap, DatabaseSummary, Dated } from './DatabaseSummary';
import { Place } from './placeOf';

/** @public */
export const fleetSorts = [
  'worst',
  'name',
  'health',
  'credential',
  'backup',
  'delivery',
  'owner',
  'environment',
  'kubernetesCluster',
] as const;

/**
 * Query of `GET /databases`. Values of one filter are alternatives, filters add
 * up.
 *
 * @public
 */
export interface FleetQuery {
  /** In the name, the app, the owner or the services. */
  readonly search?: string;
  readonly health?: readonly string[];
  readonly backup?: readonly string[];
  readonly credential?: readonly string[];
  readonly delivery?: readonly string[];
  readonly owner?: readonly string[];
  readonly environment?: readonly string[];
  readonly engine?: readonly string[];
  readonly kubernetesCluster?: readonly string[];
  /** Only those whose worst lane needs a person. */
  readonly attention?: boolean;
  /** `worst` when left out. */
  readonly sort?: (typeof fleetSorts)[number];
  readonly order?: 'asc' | 'desc';
  readonly offset?: number;
  /** 50 when left out, at most 200. */
  readonly limit?: number;
}

/**
 * Answer of `GET /databases`.
 *
 * @public
 */
export interface FleetResponse extends Dated {
  readonly items: readonly DatabaseSummary[];
  /** How many the filters leave. */
  readonly total: number;
  /** By lane and state, over what the other filters leave. */
  readonly counts: {
    readonly [lane in LaneId]?: { readonly [state: string]: number };
  };
  /** How many there are of each value, over what the other filters leave. */
  readonly facets: {
    readonly [
      name in 'owner' | 'environment' | 'engine' | 'kubernetesCluster'
    ]: readonly {
      readonly value: string;
      readonly count: number;
    }[];
  };
  /** What they ask for in all, as declared, over what the filters leave. */
  readonly resources?: FleetResources;
  /** The same by the services that use them. */
  readonly services?: FleetServices;
  readonly gaps: readonly CoverageGap[];
}

/**
 * Sums of what databases declare. `known` says of how many databases anything is
 * known: a sum says nothing of the others.
 *
 * @public
 */
export interface FleetResources extends Required<DatabaseResources> {
  readonly known: number;
}

/**
 * Sums of what the databases of each service declare. One that several services
 * use is counted with each of them, so that these sums may be more than the whole.
 *
 * @public
 */
export interface FleetServices {
  /** Those with the most storage first, at most 20. */
  readonly items: readonly FleetServiceTotals[];
  /** How many services there are. */
  readonly total: number;
}

/** @public */
export interface FleetServiceTotals extends FleetResources {
  /** Entity reference in full. */
  readonly ref: string;
  readonly databases: number;
}

/**
 * Answer of `GET /coverage`.
 *
 * @public
 */
export interface CoverageResponse extends Dated {
  readonly kubernetesClusters: readonly PlaceCoverage[];
  /** Repositories and Vaults that are read beside them. */
  readonly sources: readonly (PlaceCoverage & Pick<Place, 'origin'>)[];
}

/**
 * How well one place can be seen.
 *
 * @public
 */
export interface PlaceCoverage {
  readonly name: string;
  /** `ok` when all that verdicts need is synced. */
  readonly state: 'ok' | 'partial' | 'syncing' | 'unreachable';
  readonly kinds: readonly (Coverage & {
    readonly title: string;
    readonly feeds: string;
  })[];
}
