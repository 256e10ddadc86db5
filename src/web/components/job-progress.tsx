import type {Job} from "../../ingest/deliveries/jobs.ts";
import {formatBytes, formatDuration, formatNumber} from "../../reports/format.ts";

/** How far a job is. With our script it follows the job by itself; without it there is a link. */
export function JobProgress({job, waiting, refreshHref}: {job: Job; waiting: number; refreshHref: string}) {
  return (
    <section class="wb-progress" aria-labelledby="voortgang-kop">
      <h2 id="voortgang-kop">{job.name}</h2>
      <div data-live={`${job.id} ${job.state}`}>
        <Bar job={job} />
        <p class="wb-small">{wordsOf(job)}</p>
        {waiting === 0 ? null : (
          <p class="wb-small">
            {waiting === 1 ? "Hierna wacht nog 1 levering." : `Hierna wachten nog ${formatNumber(waiting)} leveringen.`}
          </p>
        )}
      </div>
      <p class="wb-small">
        U kunt deze pagina sluiten: het gaat door. <a href={refreshHref}>Ververs</a>
      </p>
    </section>
  );
}

function Bar({job: {progress}}: {job: Job}) {
  if (progress === null || progress.totalFiles === 0) return <progress aria-labelledby="voortgang-kop"></progress>;
  const {files, totalFiles} = progress;
  return <progress aria-labelledby="voortgang-kop" max={totalFiles} value={Math.min(files, totalFiles)}></progress>;
}

function wordsOf({state, progress}: Job): string {
  if (state === "wacht") return "Wacht op een andere levering. Er gaat er steeds één tegelijk.";
  if (progress === null) return "Begint.";
  const {files, totalFiles, bytes, seconds} = progress;
  const counted = `${formatNumber(Math.min(files, totalFiles))} van ${formatNumber(totalFiles)} bestanden, ${formatBytes(bytes)}`;
  if (files >= totalFiles) return `${counted}. Nu worden de cijfers bijgewerkt.`;
  if (files === 0) return `${counted}.`;
  return `${counted}, nog ongeveer ${formatDuration((seconds / files) * (totalFiles - files))}.`;
}
