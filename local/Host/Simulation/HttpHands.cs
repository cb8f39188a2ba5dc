using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Host.Simulation;

/// <summary>Does what people do with what people have: the link of a mail, HTTP, and the address storage was opened at.</summary>
internal sealed partial class HttpHands(HttpClient http) : IHands
{
    /// <inheritdoc/>
    public Task<string> DoAsync(Act act, CancellationToken cancellation) =>
        act switch
        {
            Act.Open open => OpenAsync(open, cancellation),
            Act.Upload upload => UploadAsync(upload, cancellation),
            Act.Decide decide => DecideAsync(decide, cancellation),
            Act.ChooseNextStep choose => ChooseAsync(choose, cancellation),
            Act.AskExtension ask => ExtendAsync(ask, cancellation),
            _ => throw new InvalidOperationException($"Nobody knows how to {act.GetType().Name}."),
        };

    private async Task<string> OpenAsync(Act.Open act, CancellationToken cancellation)
    {
        using var page = await http.GetAsync(act.Link, cancellation);
        return page.IsSuccessStatusCode ? "opened" : $"not shown: {(int)page.StatusCode}";
    }

    private async Task<string> ExtendAsync(Act.AskExtension act, CancellationToken cancellation)
    {
        if (!act.IsGranted)
        {
            return "operations do not grant it";
        }
        var assignment = act.Assignment;
        using var answer = await http.PostAsJsonAsync(
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
        return answer.IsSuccessStatusCode
            ? "operations grant it"
            : $"not taken: {await CodeOfAsync(answer, cancellation)}";
    }

    private async Task<string> ChooseAsync(Act.ChooseNextStep act, CancellationToken cancellation)
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

    private async Task<string> UploadAsync(Act.Upload act, CancellationToken cancellation)
    {
        using var asked = await http.PostAsJsonAsync(
            $"{act.Link}/permission",
            new { fileName = act.File.Name, size = act.File.Content.Length },
            cancellation
        );
        if (!asked.IsSuccessStatusCode)
        {
            return $"refused: {await CodeOfAsync(asked, cancellation)}";
        }
        var permission = (await asked.Content.ReadFromJsonAsync<Permission>(cancellation))!;
        using var put = new HttpRequestMessage(HttpMethod.Put, permission.Url)
        {
            Content = new ReadOnlyMemoryContent(act.File.Content),
        };
        foreach (var (name, value) in permission.Headers)
        {
            put.Headers.TryAddWithoutValidation(name, value);
        }
        using var stored = await http.SendAsync(put, cancellation);
        if (!stored.IsSuccessStatusCode)
        {
            return $"storage refused: {(int)stored.StatusCode}";
        }
        using var told = await http.PostAsJsonAsync(
            $"{act.Link}/received",
            new { blobName = permission.BlobName },
            cancellation
        );
        if (!told.IsSuccessStatusCode)
        {
            return $"not recorded: {await CodeOfAsync(told, cancellation)}";
        }
        var receipt = (await told.Content.ReadFromJsonAsync<Receipt>(cancellation))!;
        return receipt.Acceptable
            ? receipt.Verdict
            : $"{receipt.Verdict}, to be sent again: {string.Join(", ", receipt.Findings)}";
    }

    private async Task<string> DecideAsync(Act.Decide act, CancellationToken cancellation)
    {
        var page = await http.GetStringAsync(act.Link, cancellation);
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
        };
        fields.AddRange(act.Reopen.Select(id => KeyValuePair.Create("reopen", id.ToString())));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(act.Link, form, cancellation);
        return answer.IsSuccessStatusCode
            ? act.Verdict.ToString()
            : $"not taken: {(int)answer.StatusCode}";
    }

    private static async Task<string> CodeOfAsync(
        HttpResponseMessage answer,
        CancellationToken cancellation
    ) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? (await answer.Content.ReadFromJsonAsync<Problem>(cancellation))!.Code
            : $"{(int)answer.StatusCode}";

    private sealed record Permission(
        Uri Url,
        IReadOnlyDictionary<string, string> Headers,
        string BlobName
    );

    private sealed record Receipt(string Verdict, bool Acceptable, IReadOnlyList<string> Findings);

    private sealed record Problem(string Code);

    [GeneratedRegex(@"<strong class=""digits"">(\d{4})</strong>")]
    private static partial Regex Digits();

    [GeneratedRegex(@"name=""dossierHash"" value=""([0-9a-f]{64})""")]
    private static partial Regex Dossier();
}
