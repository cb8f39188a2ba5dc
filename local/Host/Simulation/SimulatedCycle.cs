using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Rehearsal.People;
using Spectre.Console;

namespace ProgramReview.Local.Host.Simulation;

/// <summary>
/// Lets played people go through a whole cycle of the running product. They read the mailbox and act over HTTP; the clock is as fast as the
/// work allows.
/// </summary>
internal sealed class SimulatedCycle : IDisposable
{
    // A hundred days in a second: what takes time is the work, for which the clock waits.
    private const double Speed = 8_640_000;
    private static readonly TimeSpan Trifle = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly LocalSystem system;
    private readonly PlanLookup plan;
    private readonly string planText;
    private readonly IAnsiConsole console;
    private readonly HttpClient http;
    private readonly PeopleAtWork people;
    private int acts;
    private long said;

    private SimulatedCycle(
        LocalSystem system,
        PlanLookup plan,
        string planText,
        IAnsiConsole console
    )
    {
        (this.system, this.plan, this.planText, this.console) = (system, plan, planText, console);
        // However slow this machine is: a page is waited for as long as the host lives.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true })
        {
            BaseAddress = system.Host.Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        people = new PeopleAtWork(system, new PlayedPeople(new Cast(plan)), new HttpActs(http))
        {
            Read = Tell,
            Done = Tell,
        };
    }

    /// <summary>Plays the cycle of a plan until it has ended; returns the exit code.</summary>
    /// <param name="path">The plan's file or folder.</param>
    /// <param name="system">The running product.</param>
    /// <param name="console">Hears what comes of it.</param>
    /// <param name="cancellation">Stops playing.</param>
    public static async Task<int> PlayAsync(
        string path,
        LocalSystem system,
        IAnsiConsole console,
        CancellationToken cancellation
    )
    {
        var reading = PlanFiles.Read(path, system.Clock.GetUtcNow());
        if (reading.Plan is not { } plan)
        {
            throw new StartException($"The plan {path} has faults: {reading.Faults[0]}");
        }

        using var cycle = new SimulatedCycle(
            system,
            new PlanLookup(plan),
            await File.ReadAllTextAsync(PlanFiles.FileOf(path), cancellation),
            console
        );
        return await cycle.RunAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Without the people a clock as fast as this would be far away at once.
        system.Clock.SetSpeed(1);
        people.Dispose();
        http.Dispose();
    }

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var progress = TimeProvider.System.CreateTimer(
            _ => TellIfSilent(),
            null,
            Silence,
            Silence
        );
        system.Clock.SetSpeed(Speed);
        await StartAsync(cancellation);
        await people.PlayAsync(() => Ended() is not null, cancellation);
        TellWhereTheTimeWent(TimeProvider.System.GetElapsedTime(began));
        return await FarewellAsync(cancellation);
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        using var start = await http.PostAsJsonAsync(
            "api/cycles",
            new { planText, reason = "A simulated cycle with played people." },
            cancellation
        );
        if (start.StatusCode == HttpStatusCode.Conflict)
        {
            console.MarkupLineInterpolated(
                $"The cycle {plan.Plan.Id} is running already; its people go on."
            );
        }
        else if (!start.IsSuccessStatusCode)
        {
            throw new StartException(
                $"The cycle cannot start: {await start.Content.ReadAsStringAsync(cancellation)}"
            );
        }

        console.MarkupLineInterpolated($"Status: {system.Host.Address}status/{plan.Plan.Id}");
    }

    private void Tell(ReceivedMail received, StoredMail mail) =>
        Say(mail.Date, $"mail {received.Occasion} to {mail.To.Address}");

    private void Tell(Act act, string outcome)
    {
        acts++;
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

    // The mails that close a cycle are part of what people have; nobody looks into the record.
    private bool? Ended() =>
        HasMailed("published") ? true
        : HasMailed("ended") ? false
        : null;

    private bool HasMailed(string occasion) =>
        system
            .Mails.List()
            .Any(mail => mail.Id.Contains($"~{occasion}~", StringComparison.Ordinal));

    private async Task<int> FarewellAsync(CancellationToken cancellation)
    {
        if (Ended() == false)
        {
            console.MarkupLine("[red]The cycle ended without a published dossier.[/]");
            return 1;
        }

        var dossier = new Uri(system.Host.Address, $"d/{plan.Plan.Id}");
        using var page = await http.GetAsync(dossier, cancellation);
        if (!page.IsSuccessStatusCode)
        {
            console.MarkupLineInterpolated(
                $"[red]Published, but its page is not shown ({(int)page.StatusCode}):[/] {dossier}"
            );
            return 1;
        }

        console.MarkupLineInterpolated($"[green bold]Published:[/] {dossier}");
        return 0;
    }

    private void TellIfSilent()
    {
        if (TimeProvider.System.GetElapsedTime(Interlocked.Read(ref said)) >= Silence)
        {
            Say(
                system.Clock.GetUtcNow(),
                $"{system.Mails.Count} mails and {acts} acts so far; the clock waits for {system.Host.Pace.WaitsFor}"
            );
        }
    }

    private void TellWhereTheTimeWent(TimeSpan whole) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The cycle took {whole.TotalSeconds:F1} s, in which the clock waited for {string.Join(", ", system.Host.Pace.Waited.Where(part => part.Value > Trifle).Select(Seconds))}."
            )
        );

    private static string Seconds(KeyValuePair<string, TimeSpan> part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value.TotalSeconds:F1} s");

    // Plain lines: whatever width a terminal or a log has, one event is one line.
    private void Say(DateTimeOffset at, string what)
    {
        Interlocked.Exchange(ref said, TimeProvider.System.GetTimestamp());
        var local = TimeZoneInfo.ConvertTime(at, plan.Zone);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{local, 6:d MMM} {local:HH:mm}  {what}")
        );
    }
}
