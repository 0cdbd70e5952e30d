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

export { Ambiguities } from './Ambiguities';
export { AnswerView } from './AnswerView';
export { CoverageBanner } from './CoverageBanner';
export { DatabaseDetails } from './DatabaseDetails';
export { DatabaseHeading } from './DatabaseHeading';
export { DatabaseList } from './DatabaseList';
export { databaseName } from './databaseName';
export { EmptyTab } from './EmptyTab';
export { engineName } from './engineName';
export { EntityLink } from './EntityLink';
export { HistoryList } from './HistoryList';
export { LaneState } from './LaneState';
export { LaneStates } from './LaneStates';
export { PanelSection } from './PanelSection';
export { PartialAlerts } from './PartialAlerts';
export { PlainTable } from './PlainTable';
export { PlannedDatabases } from './PlannedDatabases';
export { RequestCard } from './RequestCard';
export { SignInToSee } from './SignInToSee';
export { StaleScope } from './StaleScope';
export { StateBadge } from './StateBadge';
export { Surface } from './Surface';
export { toneOf, type Tone } from './toneOf';
export { useChangedVerdict } from './useChangedVerdict';
export { useFocusAnchor } from './useFocusAnchor';
