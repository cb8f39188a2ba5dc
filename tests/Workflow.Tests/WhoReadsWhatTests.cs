using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>
/// Every address of a published dossier is read as everybody and as each of those who took part, and every archive in it unpacked: what is found there of
/// what was planted is what the plan lets them read.
/// </summary>
public sealed partial class WhoReadsWhatTests
{
    private const string Text = "MARKTEXT";
    private const string File = "MARKFILE";
    private const string FileName = "marked-name.pdf";
    private const string Said = "MARKEXPLAINED because of the flood";
    private const string Reason = "MARKREASON the bridge is out";
    private const string Comment = "MARKCOMMENT please mend the ninth month";
    private const string Listed = "The body alpha";

    private static readonly IReadOnlyList<string> Planted =
    [
        Listed,
        Text,
        File,
        FileName,
        Said,
        Reason,
        Comment,
    ];

    /// <summary>What of a dossier stands behind each address that answers a GET. A new one fails here until somebody has thought about it.</summary>
    private static readonly Dictionary<string, Shows> Routes = new()
    {
        ["d/{cycle}/{part=dossier}/{file?}"] = Shows.WhatEverybodyReads,
        ["d/{cycle}/editions/{edition:int}/{part=dossier}/{file?}"] = Shows.WhatEverybodyReads,
        ["u/{token}/dossier/{part=dossier}/{file?}"] = Shows.WhatParticipantsRead,
        ["a/{token}/{part}/{file?}"] = Shows.WhatParticipantsRead,
        ["status/{cycle}/dossier/{part=dossier}/{file?}"] = Shows.WhatParticipantsRead,
        ["status/{cycle}/round/{part}/{file?}"] = Shows.WhatParticipantsRead,
        // Nothing of a report.
        ["{nothing:maxlength(0)?}"] = Shows.Nothing,
        ["assets/{file}"] = Shows.Nothing,
        [".well-known/receipt-keys.json"] = Shows.Nothing,
        ["api/openapi.json"] = Shows.Nothing,
        ["cycles"] = Shows.Nothing,
        // The holder's own report, and where that is the consolidated one those that it is drawn from.
        ["u/{token}"] = Shows.Own,
        ["u/{token}/changes/{sequence:long}"] = Shows.Own,
        ["u/{token}/checks/{sequence:long}"] = Shows.Own,
        ["u/{token}/consolidation/{file?}"] = Shows.Own,
        ["u/{token}/forms/{form}"] = Shows.Own,
        ["u/{token}/material/{part}"] = Shows.Own,
        ["u/{token}/receipts/{sequence:long}"] = Shows.Own,
        ["u/{token}/receipts/{sequence:long}/file"] = Shows.Own,
        ["u/{token}/texts/{assignment?}"] = Shows.Own,
        ["a/{token}"] = Shows.Own,
        ["a/{token}/changes/{changed?}"] = Shows.Own,
        ["a/{token}/papers/{paper}"] = Shows.Own,
        ["o/{token}"] = Shows.Own,
        ["o/{token}/minutes"] = Shows.Own,
        // The staff, each by role.
        ["api/cycles/{cycle}/audit"] = Shows.Staff,
        ["status/{cycle}"] = Shows.Staff,
        ["status/{cycle}/alarms/{kind}"] = Shows.Staff,
        ["status/{cycle}/csv"] = Shows.Staff,
        ["status/{cycle}/fairness/{format?}"] = Shows.Staff,
        ["status/{cycle}/figures/{indicator?}"] = Shows.Staff,
        ["status/{cycle}/findings.csv"] = Shows.Staff,
        ["status/{cycle}/findings/{code?}"] = Shows.Staff,
        ["status/{cycle}/material/{file?}"] = Shows.Staff,
        ["status/{cycle}/minutes/{hash}"] = Shows.Staff,
        ["status/{cycle}/story/{assignment?}"] = Shows.Staff,
        ["status/{cycle}/texts/{assignment?}"] = Shows.Staff,
    };

    /// <summary>What may stand behind an address.</summary>
    private enum Shows
    {
        Nothing,
        WhatEverybodyReads,
        WhatParticipantsRead,
        Own,
        Staff,
    }

    [Fact]
    public void Of_Every_Address_It_Is_Known_What_It_Shows_And_To_Whom()
    {
        var table = new AudienceTable();
        var found = typeof(AudienceTable)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
                )
            )
            .Select(method =>
                (
                    Name: method.GetCustomAttribute<FunctionAttribute>()?.Name,
                    Trigger: method
                        .GetParameters()
                        .Select(one => one.GetCustomAttribute<HttpTriggerAttribute>())
                        .FirstOrDefault(one => one is not null)
                )
            )
            .Where(one => one.Trigger?.Methods?.Contains("get") is true)
            .ToDictionary(one => one.Trigger!.Route!, one => table.Of(one.Name!));

        Assert.Equal(
            Routes.Keys.Order(StringComparer.Ordinal),
            found.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(
            Routes,
            route =>
                Assert.Contains(
                    found[route.Key],
                    route.Value switch
                    {
                        Shows.Nothing => Enum.GetValues<Audience>(),
                        Shows.WhatEverybodyReads => [Audience.Everybody],
                        Shows.WhatParticipantsRead => [Audience.LinkHolders, Audience.Auditors],
                        Shows.Own => [Audience.LinkHolders],
                        _ => [Audience.Viewers, Audience.Auditors, Audience.Operators],
                    }
                )
        );
    }

    [Fact]
    public async Task By_Default_Everybody_Reads_The_List_And_Those_Who_Took_Part_All()
    {
        await using var scenario = await PublishedAsync(null);

        var everybody = await ReadAsync(scenario, Everybody(scenario));
        Assert.Equal([Listed], everybody.Found);

        foreach (var door in await DoorsAsync(scenario))
        {
            var read = await ReadAsync(scenario, door);
            Assert.Equal(Planted, read.Found);
            // What they reach, everybody asks for at their own address.
            var guessed = await ReadAsync(scenario, Everybody(scenario), read.Addresses);
            Assert.Equal([Listed], guessed.Found);
        }
    }

    [Fact]
    public async Task A_Part_Or_A_Section_That_The_Plan_Opens_Is_Open_And_Nothing_Else()
    {
        await using var part = await PublishedAsync(
            PublicationPlan.Unsaid with
            {
                Rules = [new ReadingRule("r1", ReportPart.Whole, null, Readers.Everybody)],
            }
        );
        Assert.Superset(
            new HashSet<string>([Listed, File]),
            (await ReadAsync(part, Everybody(part))).Found.ToHashSet()
        );
        Assert.DoesNotContain(Said, (await ReadAsync(part, Everybody(part))).Found);

        await using var closed = await PublishedAsync(
            new PublicationPlan(Readers.Participants, Readers.Participants, [])
        );
        var read = await ReadAsync(closed, Everybody(closed));
        Assert.Empty(read.Found);
        Assert.DoesNotContain("/d/small/manifest.json", read.Addresses);
        Assert.Equal(
            404,
            (await AskAsync(closed, Everybody(closed), "manifest.json", null)).Status
        );
    }

    // A cycle in which everything was said that there is to say, approved in the second round.
    private static async Task<Scenario> PublishedAsync(PublicationPlan? publication)
    {
        var scenario = await Scenario.StartAsync(
            change: plan => plan with { Publication = publication },
            services: services =>
                services.AddRendering().AddSingleton<IContentReader>(new PlantingReader())
        );
        await scenario.DecideAsync(
            scenario.Beta,
            new Command.Extend(
                Deadline.At(scenario.Day(6)),
                null,
                null,
                "Officer operations",
                Reason
            )
        );
        await scenario.UploadAsync(
            scenario.Alpha,
            SampleFile.Report(FileName, $"{File} {MarkReader.AttachmentMark}")
        );
        var query = (await scenario.StateAsync(scenario.Alpha)).Unexplained().First().Query.Key;
        var held = await scenario.HeldLinkAsync(scenario.Alpha.ToString(), LinkPurpose.Upload);
        await new PostedForm(scenario.World).PostAsync<ExplainFunction>(
            new FormUrlEncodedContent([
                KeyValuePair.Create("part", ReportPart.Whole),
                KeyValuePair.Create("finding", query),
                KeyValuePair.Create("text", Said),
            ]),
            isPage: true,
            (function, request) =>
                function.RunAsync(
                    request,
                    scenario.World.Client,
                    TokenOf(scenario, held),
                    Scenario.Cancel
                )
        );
        await scenario.ReachApprovalAsync(missing: scenario.Alpha);
        await scenario.AskForChangesAsync("first", Comment, scenario.Gamma);
        await scenario.UploadAsync(scenario.Gamma);
        for (
            var hours = 0;
            hours < 200 && (await scenario.StateAsync()).Renderings.Count < 2;
            hours++
        )
        {
            await scenario.ToAsync(scenario.Now.AddHours(1));
        }
        await scenario.ApproveAsync("first", round: 2);
        await scenario.ApproveAsync("second", round: 2);
        Assert.NotNull((await scenario.StateAsync()).Publication);
        Assert.NotNull((await scenario.StateAsync()).Renderings[2]);
        return scenario;
    }

    private static string TokenOf(Scenario scenario, HeldLink held) =>
        scenario
            .World.Get<LinkAddresses>()
            .Of(held.Link.Purpose, held.Link.Id)
            .Segments[^1]
            .TrimEnd('/');

    private static Door Everybody(Scenario scenario) =>
        new(
            $"/d/{scenario.Cycle}",
            (http, part, file) =>
                http.GetBytesAsync<PublishedDossierFunction>(
                    (function, request) =>
                        function.RunAsync(
                            request,
                            scenario.Cycle.ToString(),
                            part,
                            file,
                            Scenario.Cancel
                        )
                )
        );

    private static async Task<IReadOnlyList<Door>> DoorsAsync(Scenario scenario)
    {
        var sender = TokenOf(
            scenario,
            await scenario.HeldLinkAsync(scenario.Beta.ToString(), LinkPurpose.Upload)
        );
        var approver = TokenOf(scenario, await scenario.HeldLinkAsync("2", LinkPurpose.Decide));
        return
        [
            new(
                $"/u/{sender}/dossier",
                (http, part, file) =>
                    http.GetBytesAsync<LinkDossierFunction>(
                        (function, request) =>
                            function.RunAsync(request, sender, part, file, Scenario.Cancel)
                    )
            ),
            new(
                $"/a/{approver}",
                (http, part, file) =>
                    http.GetBytesAsync<DraftDossierFunction>(
                        (function, request) =>
                            function.RunAsync(request, approver, part, file, Scenario.Cancel)
                    )
            ),
            new(
                $"/status/{scenario.Cycle}/dossier",
                (http, part, file) =>
                    http.GetBytesAsync<StaffDossierFunction>(
                        (function, request) =>
                            function.RunAsync(
                                request,
                                scenario.Cycle.ToString(),
                                part,
                                file,
                                Scenario.Cancel
                            )
                    )
            ),
            new(
                $"/status/{scenario.Cycle}/round",
                (http, part, file) =>
                    http.GetBytesAsync<RoundDossierFunction>(
                        (function, request) =>
                            function.RunAsync(
                                request,
                                scenario.Cycle.ToString(),
                                part,
                                file,
                                Scenario.Cancel
                            )
                    )
            ),
        ];
    }

    private static Task<(int Status, byte[] Body)> AskAsync(
        Scenario scenario,
        Door door,
        string part,
        string? file
    ) => door.OpenAsync(new PostedForm(scenario.World), part, file);

    /// <summary>Follows every link below a door, and all that was given besides.</summary>
    private static async Task<Reading> ReadAsync(
        Scenario scenario,
        Door door,
        IEnumerable<string>? besides = null
    )
    {
        var open = new Queue<string>(["dossier", "manifest.json", "fairness", .. besides ?? []]);
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        var texts = new StringBuilder();
        while (open.TryDequeue(out var address))
        {
            var (part, file) = (address.Split('/')[0], address.Split('/').ElementAtOrDefault(1));
            var (status, body) = await AskAsync(scenario, door, part, file);
            Assert.True(status is 200 or 404, $"{address}: {status}");
            var text = Unpack(body);
            texts.Append(text);
            foreach (Match link in Links().Matches(text))
            {
                var target = WebUtility.HtmlDecode(link.Groups[1].Value).Split('?', '#')[0];
                if (
                    target.StartsWith($"{door.Path}/", StringComparison.Ordinal)
                    && seen.Add(target[(door.Path.Length + 1)..])
                )
                {
                    open.Enqueue(target[(door.Path.Length + 1)..]);
                }
            }
            // The root names its pieces by their hashes.
            if (part == "manifest.json")
            {
                foreach (Match hash in Hashes().Matches(text))
                {
                    if (seen.Add($"pieces/{hash.Value}.json"))
                    {
                        open.Enqueue($"pieces/{hash.Value}.json");
                    }
                }
            }
        }
        var all = WebUtility.HtmlDecode(texts.ToString());
        return new Reading(
            seen,
            [.. Planted.Where(mark => all.Contains(mark, StringComparison.Ordinal))]
        );
    }

    // What is packed is packed again, as a document in an archive is.
    private static string Unpack(byte[] body)
    {
        if (body is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(body);
        }
        var texts = new StringBuilder();
        using var zip = new ZipArchive(new MemoryStream(body));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            texts.Append(entry.FullName).Append('\n').Append(Unpack(content.ToArray()));
        }
        return texts.ToString();
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hashes();

    /// <summary>One way to a dossier.</summary>
    private sealed record Door(
        string Path,
        Func<PostedForm, string, string?, Task<(int Status, byte[] Body)>> OpenAsync
    );

    /// <summary>What was reached, and what was found there of what was planted.</summary>
    private sealed record Reading(IReadOnlySet<string> Addresses, IReadOnlyList<string> Found);

    /// <summary>Finds the planted text in every file, and asks about what says that it brings something along.</summary>
    private sealed class PlantingReader : IContentReader
    {
        private readonly MarkReader marks = new();

        public async Task<ContentFacts> ReadAsync(
            Stream content,
            FileFormat format,
            CancellationToken cancellation
        ) =>
            await marks.ReadAsync(content, format, cancellation) with
            {
                Document = new DocumentFacts
                {
                    Lines =
                    [
                        new DocumentLine($"Quận đã hòa giải nhiều vụ việc {Text} trong năm qua.")
                        {
                            Paragraph = 1,
                        },
                        new DocumentLine("Năm sau sẽ hòa giải nhiều vụ việc hơn nữa.")
                        {
                            Paragraph = 2,
                        },
                    ],
                },
            };
    }
}
