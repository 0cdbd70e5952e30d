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
 * The maintained images of PostgreSQL for CloudNativePG, from the project's
 * image catalogs `standard-trixie` and `system-trixie` of 2026-08-17
 * (github.com/cloudnative-pg/artifacts, folder `image-catalogs`).
 *
 * ```
 * ghcr.io/cloudnative-pg/postgresql:<major>.<minor>-<built>-<flavor>-<debian>@<digest>
 * ```
 *
 * `standard` has what a database needs; `system` also has barman-cloud, which
 * only in-tree backups call, and is being phased out by the project.
 *
 * @public
 */
export interface PostgresImage {
  readonly version: string;
  /** Last release by the PostgreSQL project, `YYYY-MM-DD`. */
  readonly endOfLife: string;
  readonly standard: string;
  readonly system: string;
}

const REPOSITORY = 'ghcr.io/cloudnative-pg/postgresql';

/** Newest first. @public */
export const postgresImages: readonly PostgresImage[] = [
  {
    version: '18',
    endOfLife: '2030-11-14',
    standard: `${REPOSITORY}:18.6-202608170814-standard-trixie@sha256:771f9eab5225587af259d84680cc69a5b6e374ac32bb24effafde1f3368a1241`,
    system: `${REPOSITORY}:18.6-202608170814-system-trixie@sha256:14cfefd0db8bbc617a4882c74a2811af361fc8d0fc1733062c982c6e746a3875`,
  },
  {
    version: '17',
    endOfLife: '2029-11-08',
    standard: `${REPOSITORY}:17.11-202608170816-standard-trixie@sha256:91e0de662d53895a45f1396f4ee1a75daeb0c26fc87853afc9c8f43e01fdaa21`,
    system: `${REPOSITORY}:17.11-202608170816-system-trixie@sha256:ecaa395084a5f8831fd2655dbffc98b554473526265f53113ec969de6fc15848`,
  },
  {
    version: '16',
    endOfLife: '2028-11-09',
    standard: `${REPOSITORY}:16.15-202608170814-standard-trixie@sha256:3df9103d7f89c8abc2870463d4d446944c81b5f1f4b707c590895dc003ecbb65`,
    system: `${REPOSITORY}:16.15-202608170814-system-trixie@sha256:9715665844fb088ba6e17181cfc2e2505b3a711e7a293ac721490175f9515233`,
  },
  {
    version: '15',
    endOfLife: '2027-11-11',
    standard: `${REPOSITORY}:15.19-202608170814-standard-trixie@sha256:613c7a0417887cd2626a2bfb31fa4e1d86c3088e575fd66bc227007dc69a5487`,
    system: `${REPOSITORY}:15.19-202608170814-system-trixie@sha256:fa32b6605eee928ffcd5a8895bfdf657d08552c682acbba5af1f732a706015c3`,
  },
  {
    version: '14',
    endOfLife: '2026-11-12',
    standard: `${REPOSITORY}:14.24-202608170814-standard-trixie@sha256:2251ca32ca24152bad5d9ddbc9ac4e95e98d6cff4002e98a5484e542ce2cae36`,
    system: `${REPOSITORY}:14.24-202608170814-system-trixie@sha256:ba21bac878449f7bf1cc620f8a030953be94aff464ca5ba013de1ebca47479dd`,
  },
];
