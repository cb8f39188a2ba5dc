using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProgramReview.Core.Approving;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Host.Simulation;

/// <summary>Carries acts out with what people have: the link of a mail, HTTP, and the address storage was opened at.</summary>
internal sealed partial class HttpActs(HttpClient http) : ActExecutor
{
    private readonly HttpPages pages = new(http);

    /// <inheritdoc/>
    protected override async Task<string> OpenAsync(Act.Open act, CancellationToken cancellation)
    {
        using var page = await http.GetAsync(act.Link, cancellation);
        return page.IsSuccessStatusCode ? "opened" : $"not shown: {(int)page.StatusCode}";
    }

    /// <inheritdoc/>
    protected override async Task<string> UploadAsync(
        Act.Upload act,
        CancellationToken cancellation
    )
    {
        var file = act.Fill().File;
        var asked = await pages.AskAsync(act.Link, act.Part.Part, file, cancellation);
        if (asked.Value is not { } permission)
        {
            return $"refused: {asked.Problem}";
        }
        if ((await pages.PutAsync(permission, file, cancellation)).Problem is { } refusal)
        {
            return refusal;
        }
        var told = await pages.TellAsync(act.Link, permission, cancellation);
        return told.Value switch
        {
            null => $"not recorded: {told.Problem}",
            { Acceptable: true } receipt => receipt.Verdict,
            { Acceptable: null } receipt => $"{receipt.Verdict}, being checked",
            var receipt =>
                $"{receipt.Verdict}, to be sent again: {string.Join(", ", receipt.Findings)}",
        };
    }

    /// <inheritdoc/>
    protected override async Task<string> ExtendAsync(
        Act.AskExtension act,
        CancellationToken cancellation
    )
    {
        var assignment = act.Assignment;
        var answer = await pages.PostAsync<JsonDocument>(
            $"api/cycles/{assignment.Cycle}/assignments/{assignment}/commands/extend",
            new
            {
                id = $"extend-{assignment.Body}-{assignment.ReportType}",
                by = "operations",
                reason = "rehearsed",
                due = act.Until.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            },
            cancellation
        );
        return answer.Problem is { } problem ? $"not taken: {problem}" : "operations grant it";
    }

    /// <inheritdoc/>
    protected override async Task<string> ChooseAsync(
        Act.ChooseNextStep act,
        CancellationToken cancellation
    )
    {
        using var form = new FormUrlEncodedContent([
            new("id", FormattableString.Invariant($"next-step-{act.AfterRound}")),
            new("afterRound", act.AfterRound.ToString(CultureInfo.InvariantCulture)),
            new("step", act.Step.ToString()),
            new("by", act.Person),
            new("reason", "rehearsed"),
        ]);
        using var answer = await http.PostAsync(
            $"api/cycles/{act.Cycle}/commands/next-step",
            form,
            cancellation
        );
        return answer.IsSuccessStatusCode
            ? act.Step.ToString()
            : $"not taken: {(int)answer.StatusCode}";
    }

    /// <inheritdoc/>
    protected override async Task<string> DecideAsync(
        Act.Decide act,
        CancellationToken cancellation
    )
    {
        using var shown = await http.GetAsync(act.Link, cancellation);
        if (!shown.IsSuccessStatusCode)
        {
            return $"not shown: {(int)shown.StatusCode}";
        }
        var page = await shown.Content.ReadAsStringAsync(cancellation);
        var number = Digits().Match(page).Groups[1].Value;
        var dossier = Dossier().Match(page).Groups[1].Value;
        if (number.Length == 0 || dossier.Length == 0)
        {
            return "too late: the round is over";
        }
        var fields = new List<KeyValuePair<string, string>>
        {
            new("verdict", act.Verdict.ToString()),
            new("comment", act.Comment),
            new("confirmation", number),
            new("dossierHash", dossier),
            new("round", act.Round.ToString(CultureInfo.InvariantCulture)),
            new("rules", Quorum.Version.ToString(CultureInfo.InvariantCulture)),
        };
        fields.AddRange(act.Reopen.Select(id => KeyValuePair.Create("reopen", id.ToString())));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(act.Link, form, cancellation);
        return answer.IsSuccessStatusCode
            ? act.Verdict.ToString()
            : $"not taken: {(int)answer.StatusCode}";
    }

    [GeneratedRegex(@"<strong class=""digits"">(\d{4})</strong>")]
    private static partial Regex Digits();

    [GeneratedRegex(@"name=""dossierHash"" value=""([0-9a-f]{64})""")]
    private static partial Regex Dossier();
}
