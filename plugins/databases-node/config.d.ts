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

export interface Config {
  databases?: {
    /**
     * Pairs of repositories that databases can be created in. A target whose
     * configuration is wrong is reported and left out; the others work.
     */
    targets?: Array<{
      /** Lower-case letters, digits and dashes; requests refer to it. */
      id: string;
      title?: string;
      /** The repository with secrets, CNPG clusters and Argo CD Applications. */
      platform: {
        /** `host?owner=OWNER&repo=REPOSITORY` or `https://host/OWNER/REPOSITORY`; the host needs an entry in `integrations`. */
        repoUrl: string;
        /** Branch that pull requests go to; `main` when left out. */
        branch?: string;
      };
      /** The repository with the app's values and Argo CD Applications. */
      app: { repoUrl: string; branch?: string };
      /** Where files live in the repositories; `platformAndApp` when left out. */
      layout?: string;
      /** Names, paths, sizes, images, backups: everything has a default. See docs/reference/targets.md. */
      options?: object;
    }>;
    sops?: {
      /**
       * A sops binary that encrypts files whose rule has recipients that
       * cannot be served in process: KMS, PGP, age plugins. Without it such a
       * request is refused.
       */
      binary?: string;
      /** Names of environment variables that the binary gets, such as `AWS_REGION`; it gets no others. */
      environment?: string[];
    };
  };
}
