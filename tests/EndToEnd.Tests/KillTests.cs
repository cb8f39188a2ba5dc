using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>A whole cycle on a host that is killed again and again, with its storage, without it, and the other way round.</summary>
public sealed class KillTests
{
    private static readonly int Kills =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1" ? 100 : 10;
    private static readonly int KillsWhileSending = Kills * 4 / 5;

    private readonly TrialPlan plan = new("killed", Units: 20_000, Summary: 20_010);
    private readonly Dictionary<string, Uri> links = [];
    private readonly List<string> stored = [];

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_however_often_host_and_storage_are_killed()
    {
        Assert.SkipWhen(Settings.Address is not null, "A product elsewhere is not ours to kill.");
        Assert.SkipWhen(Settings.Program is not null, "The script is not the process to kill.");
        await using var mortal = new MortalProduct(Kills, seed: 1);
        var cycle = await Cycle.StartAsync(await mortal.AliveAsync(), plan);
        var began = await ClockAsync(cycle.Product);
        foreach (var unit in (string[])["north", "south", "east"])
        {
            links[unit] = (await cycle.RequestAsync(unit)).Link;
        }

        for (var number = 0; mortal.Deaths.Count < KillsWhileSending; number++)
        {
            await SendAsync(mortal, links.ElementAt(number % links.Count), number);
        }
        // What nobody could say is there is found at the due instant, before the round begins.
        await JumpAsync(mortal, began.Now + TimeSpan.FromSeconds(20_011 * Settings.Pace));
        await DecideAsync(mortal, "chair");
        await DecideAsync(mortal, "deputy");
        var published = (await LetterAsync(mortal, "chair", "d")).Link;
        while (mortal.Deaths.Count < Kills)
        {
            await mortal.TryAsync(alive => Html.GetAsync(alive.Http, published));
        }

        var last = await mortal.AliveAsync();
        await CheckRecordAsync(last);
        await CheckFilesAsync(last);
        await mortal.RestAsync();
        var (exitCode, said) = await Verifier.RunAsync("audit", "verify", "--data", mortal.Data);
        Assert.True(exitCode == 0, said);
    }

    private async Task SendAsync(MortalProduct mortal, KeyValuePair<string, Uri> unit, int number)
    {
        var report = Report.Pdf($"{unit.Key}-{number}.pdf", $"Report {number}", padding: 50_000);
        var permission = (Storage: unit.Value, BlobName: "");
        var lives = mortal.Deaths.Count;
        var isPermitted = await mortal.TryAsync(async alive =>
            permission = await new Cycle(alive, plan).PermitAsync(unit.Value, report)
        );
        // Storage may listen elsewhere after its death, so the permission is asked for anew.
        if (!isPermitted || lives != mortal.Deaths.Count)
        {
            return;
        }

        var isStored = await mortal.TryAsync(async alive =>
        {
            using var answer = await new Cycle(alive, plan).StoreAsync(
                permission.Storage,
                report.Content
            );
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        });
        if (isStored)
        {
            stored.Add(report.Hash);
            await mortal.TryAsync(alive =>
                new Cycle(alive, plan).ReceiveAsync(unit.Value, permission.BlobName, report)
            );
        }
    }

    /// <summary>Jumps from event to event as a person does with the clock bar, and past an instant never.</summary>
    private static async Task JumpAsync(MortalProduct mortal, DateTimeOffset until)
    {
        while (await ClockAsync(await mortal.AliveAsync()) is { Next: { } next } && next <= until)
        {
            await mortal.TryAsync(async alive =>
            {
                using var form = new FormUrlEncodedContent([new("do", "next")]);
                using var answer = await alive.Http.PostAsync("local/clock", form);
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            });
        }
    }

    private async Task DecideAsync(MortalProduct mortal, string approver)
    {
        var letter = await LetterAsync(mortal, approver, "a");
        var isDecided = false;
        while (!isDecided)
        {
            await mortal.TryAsync(async alive =>
            {
                var page = await Html.GetAsync(alive.Http, letter.Link);
                // A decision that was not answered may have been taken all the same.
                if (page.QuerySelector("input[name=round]") is not null)
                {
                    await new Cycle(alive, plan).DecideAsync(letter, "Approve");
                }
                isDecided = true;
            });
        }
    }

    private async Task<Letter> LetterAsync(MortalProduct mortal, string person, string leads)
    {
        Letter? letter = null;
        bool IsIt(Letter mail) => mail.Leads == leads;
        while (letter is null && mortal.Deaths.Count < Kills)
        {
            await mortal.TryAsync(async alive =>
            {
                var mails = await alive.Mails.InAsync($"{plan.Id}.example");
                letter = mails.FirstOrDefault(mail =>
                    mail.Recipient == plan.AddressOf(person) && IsIt(mail)
                );
            });
            await Task.Delay(TimeSpan.FromMilliseconds(250), TestContext.Current.CancellationToken);
        }

        if (letter is null)
        {
            var alive = await mortal.AliveAsync();
            letter = await new Cycle(alive, plan).MailAsync(person, $"a link to {leads}", IsIt);
        }

        return letter;
    }

    private async Task CheckRecordAsync(Product product)
    {
        var record = await product.Operator.GetStringAsync($"api/cycles/{plan.Id}/audit");
        Assert.True(stored.Count > Kills / 2);
        Assert.All(stored, hash => Assert.Contains(hash, record, StringComparison.Ordinal));
    }

    // Files are for those who took part.
    private async Task CheckFilesAsync(Product product)
    {
        var dossier = new Uri(product.Operator.BaseAddress!, $"status/{plan.Id}/dossier");
        var page = await Html.GetAsync(product.Operator, dossier);
        var rows = page.QuerySelectorAll("table.reports:not(.labelled) tbody tr")
            .Select(row =>
                (File: row.QuerySelector("a[download]"), Hash: row.QuerySelector("code.whole"))
            )
            .Where(row => row.File is not null)
            .ToList();
        Assert.NotEmpty(rows);
        foreach (var (file, hash) in rows)
        {
            var bytes = await product.Operator.GetByteArrayAsync(
                new Uri(dossier, file!.GetAttribute("href"))
            );
            Assert.Equal(hash!.TextContent, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    private static async Task<Clock> ClockAsync(Product product) =>
        (await product.Http.GetFromJsonAsync<Clock>("local/clock"))!;

    private sealed record Clock(DateTimeOffset Now, DateTimeOffset? Next);
}
