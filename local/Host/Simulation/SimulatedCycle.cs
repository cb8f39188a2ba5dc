using System.Globalization;
using System.Net.Http.Json;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Rehearsal.People;
using Spectre.Console;

namespace ProgramReview.Local.Host.Simulation;

/// <summary>
/// Lets played people go through a whole cycle of the running product. They read the mailbox and act over HTTP; the clock is sped up.
/// </summary>
internal sealed class SimulatedCycle(LocalSystem system, PlanLookup plan, IAnsiConsole console)
{
    // Two months of collecting in a minute and a half; whoever wants to look closer slows the clock down.
    private const double Speed = 60_000;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly PlayedPeople people = new(new Cast(plan));
    private readonly List<Task> running = [];

    /// <summary>Plays the Hanoi cycle, as <c>up --simulate</c> does.</summary>
    public static Task<int> HanoiAsync(
        LocalSystem system,
        IAnsiConsole console,
        CancellationToken cancellation
    )
    {
        var path = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu");
        var reading = PlanFiles.Read(path, system.Clock.GetUtcNow());
        return reading.Plan is { } plan
            ? new SimulatedCycle(system, new PlanLookup(plan), console).RunAsync(cancellation)
            : throw new StartException($"The shipped plan has faults: {reading.Faults[0]}");
    }

    /// <summary>Plays until the dossier is published; returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true })
        {
            BaseAddress = system.Host.Address,
            Timeout = TimeSpan.FromSeconds(60),
        };
        system.Clock.SetSpeed(Speed);
        using var start = await http.PostAsJsonAsync(
            "api/cycles",
            new { plan = plan.Plan.Id, reason = "A simulated cycle with played people." },
            cancellation
        );
        if (start.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            console.MarkupLineInterpolated(
                $"The cycle {plan.Plan.Id} is running already; its people go on."
            );
        }
        else
        {
            start.EnsureSuccessStatusCode();
        }
        console.MarkupLineInterpolated($"Status: {system.Host.Address}status/{plan.Plan.Id}");
        var acts = new HttpActs(http);
        var dossier = new Uri(system.Host.Address, $"d/{plan.Plan.Id}");
        while (true)
        {
            ReadMails();
            foreach (var act in people.TakeDue(system.Clock.GetUtcNow()))
            {
                running.Add(DoAsync(acts, act, cancellation));
            }
            await CollectAsync();
            if (Ended() is { } published)
            {
                return await FarewellAsync(http, dossier, published, cancellation);
            }
            await Task.Delay(Glance, TimeProvider.System, cancellation);
        }
    }

    private void ReadMails()
    {
        foreach (var mail in system.Mails.List())
        {
            var received = new ReceivedMail(mail.Id, mail.Text);
            if (people.Read(received, mail.Date))
            {
                Say(mail.Date, $"mail {received.Occasion} to {mail.To.Address}");
            }
        }
    }

    private async Task DoAsync(HttpActs acts, Act act, CancellationToken cancellation)
    {
        var outcome = await acts.DoAsync(act, cancellation);
        var what = act switch
        {
            Act.Open open => $"{open.Person} opens the page of {open.Mail.Subject}",
            Act.Upload upload =>
                $"{upload.Part.Assignment.Body} sends {upload.Part.Assignment.ReportType}",
            Act.Decide decide => $"{decide.Person} decides in round {decide.Round}",
            Act.AskExtension ask => $"{ask.Assignment.Body} asks for more time",
            Act.ChooseNextStep choose => $"operations decide after round {choose.AfterRound}",
            _ => throw new InvalidOperationException($"No words for {act.GetType().Name}."),
        };
        Say(system.Clock.GetUtcNow(), $"{what}: {outcome}");
    }

    // A failed act is the product's failure or ours: it must be seen, not counted as done.
    private async Task CollectAsync()
    {
        foreach (var done in running.Where(act => act.IsCompleted).ToList())
        {
            running.Remove(done);
            await done;
        }
    }

    // The mails that close a cycle are part of what people have; nobody looks into the record.
    private bool? Ended() =>
        system.Mails.List().Any(mail => mail.Id.Contains("~published~", StringComparison.Ordinal))
            ? true
        : system.Mails.List().Any(mail => mail.Id.Contains("~ended~", StringComparison.Ordinal))
            ? false
        : null;

    private async Task<int> FarewellAsync(
        HttpClient http,
        Uri dossier,
        bool published,
        CancellationToken cancellation
    )
    {
        system.Clock.SetSpeed(1);
        if (!published)
        {
            console.MarkupLine("[red]The cycle ended without a published dossier.[/]");
            return 1;
        }
        using var page = await http.GetAsync(dossier, cancellation);
        page.EnsureSuccessStatusCode();
        console.MarkupLineInterpolated($"[green bold]Published:[/] {dossier}");
        return 0;
    }

    // Plain lines: whatever width a terminal or a log has, one event is one line.
    private void Say(DateTimeOffset at, string what)
    {
        var local = TimeZoneInfo.ConvertTime(at, plan.Zone);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{local, 6:d MMM} {local:HH:mm}  {what}")
        );
    }
}
