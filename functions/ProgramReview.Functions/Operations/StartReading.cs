using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>The plan that somebody wants to start a cycle with, or why it cannot be.</summary>
/// <param name="Reading">The plan as it was read, or null if there was none to read.</param>
/// <param name="File">The plan's bytes if it was sent, or null.</param>
/// <param name="Why">Why it cannot be started, or null.</param>
public sealed record StartReading(PlanReading? Reading, byte[]? File, Refusal? Why)
{
    /// <summary>Reads what was sent to start a cycle, with every fault of the plan and what speaks against starting now.</summary>
    /// <param name="values">The fields.</param>
    /// <param name="file">The plan that was sent, or null.</param>
    /// <param name="library">The shipped plans.</param>
    /// <param name="now">The present.</param>
    public static StartReading Of(
        IReadOnlyDictionary<string, string> values,
        byte[]? file,
        PlanLibrary library,
        DateTimeOffset now
    )
    {
        string Of(string field) => values.GetValueOrDefault(field, "");
        var name = Of(StartFields.Plan);
        file ??= Of(StartFields.PlanText) is { Length: > 0 } text
            ? Encoding.UTF8.GetBytes(text)
            : null;
        var reading = file is null
            ? library.Find(name, now)
            : PlanFile.Read(file, "plan.yaml", now);
        return new StartReading(
            reading,
            file,
            (name.Length > 0, file is not null, reading) switch
            {
                // Two plans at once are nobody's wish: which of them were the letters to go out for?
                (true, true, _) => Refusal.Malformed("plan-ambiguous", StartFields.Plan),
                (_, _, null) => new Refusal(
                    RefusalKind.Malformed,
                    "plan-unknown",
                    By: string.Join(", ", PlanLibrary.Names),
                    Field: StartFields.Plan
                ),
                (_, _, { IsValid: false }) => Refusal.Malformed("plan-faulty", StartFields.Plan),
                _ => CommandRules.RefuseReason(Of(CommandValues.ReasonField))
                    ?? StartRule.Refuse(reading.Plan, now, WantsWhatIsLeft(values)),
            }
        );
    }

    /// <summary>Whether the person says that reports whose <c>due</c> has passed do not matter.</summary>
    public static bool WantsWhatIsLeft(IReadOnlyDictionary<string, string> values) =>
        bool.TryParse(values.GetValueOrDefault(StartFields.WhatIsLeft), out var left) && left;
}
