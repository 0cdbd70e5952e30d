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

import { RepositoryView } from '../planning';
import { isWithin } from './isWithin';
import { ApplicationFact, readApplications } from './readApplications';
import { yamlFilesIn } from './yamlFilesIn';

/** Applications that are looked at, those about the same kind of thing first. */
const MOST_FILES = 5;

/**
 * The Application of Argo CD that delivers a folder.
 *
 * @param applications - the folder of Applications
 * @param named - what those are called like that could deliver it
 */
export function findArgocdDelivery(
  platform: RepositoryView,
  applications: string,
  folder: string,
  named: RegExp,
): ApplicationFact | undefined {
  return yamlFilesIn(platform, applications, named, MOST_FILES)
    .flatMap(file => readApplications(file, platform.read(file)))
    .find(({ sources }) =>
      sources.some(({ path }) => path && isWithin(folder, path)),
    );
}
