using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A rendering is of one dossier, and what only those who took part may read is in none that is for everybody.</summary>
internal sealed class WhatIsClosedStaysClosed : IInvariant
{
    public string Sentence =>
        "Renderings are of exactly the dossier they are recorded for, each once and as it was listed, and those for everybody hold no file name, nobody's words and no person who decided.";

    // An archive alone holds no words.
    public bool HasCase(Evidence evidence) =>
        evidence.Renderings.Values.Any(left =>
            left.Index.Files.Any(file =>
                file.Id is { Audience: Readers.Everybody, Format: not DossierArchive.Name }
            )
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var words = Words(evidence).Where(word => word.Length > 0).Distinct().ToList();
        foreach (var rendered in evidence.Of<CycleEvent.DossierRendered>())
        {
            var round = rendered.Round;
            var left = evidence.Renderings[round];
            var compiled = evidence
                .Of<CycleEvent.DossierCompiled>()
                .Single(dossier => dossier.Round == round);
            if (
                rendered.DossierHash != compiled.DossierHash
                || left.Index.DossierHash != compiled.DossierHash
            )
            {
                yield return $"the renderings of round {round} are of another dossier";
            }
            if (left.Index.Files.DistinctBy(file => file.Id).Count() != left.Index.Files.Count)
            {
                yield return $"a rendering of round {round} is there twice";
            }
            foreach (var id in left.Changed)
            {
                yield return $"{id} of round {round} is not what is listed";
            }
            foreach (
                var word in words.Where(word =>
                    left.ForEverybody.Contains(word, StringComparison.Ordinal)
                )
            )
            {
                yield return $"what is for everybody of round {round} holds '{word}'";
            }
        }
    }

    private static IEnumerable<string> Words(Evidence evidence)
    {
        foreach (var line in evidence.Assignments.Values.SelectMany(lines => lines))
        {
            switch (line.Event)
            {
                case AssignmentEvent.SubmissionRecorded recorded:
                    yield return recorded.Submission.FileName;
                    break;
                case AssignmentEvent.Explained said:
                    yield return said.Text;
                    break;
                case AssignmentEvent.Exempted said:
                    yield return said.Reason;
                    break;
                case AssignmentEvent.DueExtended { Outage: null } said:
                    yield return said.Reason;
                    break;
                case AssignmentEvent.Admitted said:
                    yield return said.Reason;
                    break;
                case AssignmentEvent.Overruled said:
                    yield return said.Reason;
                    break;
                default:
                    break;
            }
        }
        foreach (var decided in evidence.Of<CycleEvent.Decided>())
        {
            yield return decided.Comment;
        }
    }
}
