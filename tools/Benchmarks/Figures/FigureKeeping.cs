using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Benchmarks.Figures;

/// <summary>
/// Changes reports of a cycle one by one and has the product make what follows, with its ports in memory and every call of them counted: what the
/// process of figures does between two marks and none.
/// </summary>
internal static class FigureKeeping
{
    private const int Changes = 40;

    /// <summary>Draws the figures of so many bodies, of which none has reported, and then changes some.</summary>
    public static async Task<(double Milliseconds, int Depth, double Operations)> RunAsync(
        Plan shape,
        int bodies,
        CancellationToken cancellation
    )
    {
        var figures = new FigureWorld(shape, bodies);
        var (plan, calls, reader) = (figures.Plan, new Calls(), new OneAnnex());
        await using var world = World.Create(
            plan.Plan.Opens,
            configure: services =>
                services
                    .AddSingleton<IContentReader>(reader)
                    .AddSingleton(PortProxy.Before<IFigureStore>(new InMemoryFigureStore(), calls))
                    .AddSingleton(
                        PortProxy.Before<IAssignmentIndex>(new InMemoryAssignmentIndex(), calls)
                    )
                    .AddSingleton(
                        PortProxy.Before<IDocumentStore>(new InMemoryDocumentStore(), calls)
                    )
        );
        var (writer, index) = (world.Get<FigureWriter>(), world.Get<IAssignmentIndex>());
        var tree = FigureTree.Of(plan);
        await writer.BeginAsync(plan, cancellation);
        await SettleAsync();

        var times = new List<double>();
        var (depth, operations) = (0, 0);
        for (var i = 0; i < Changes; i++)
        {
            var id = figures.Reports[i * 7919 % figures.Reports.Count];
            reader.Facts = Annex(plan, figures.Report(id, i));
            var row = Row(plan, id, i);
            await world
                .Get<ContentFactsStore>()
                .ReadAsync(
                    id,
                    row.Parts[0].Counting!.Sha256,
                    FileFormat.Xlsx,
                    _ => Task.FromResult<Stream>(new MemoryStream()),
                    cancellation
                );
            var place = tree.PlaceAt(tree.PlaceOf(id)!);
            await index.PutAsync(row, FanOutTree.Of(plan).PlaceOf(id), place, cancellation);
            calls.Count = 0;
            var watch = Stopwatch.StartNew();
            await SettleAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
            (depth, operations) = (
                Math.Max(depth, place.Depth + 1),
                Math.Max(operations, calls.Count)
            );
        }
        return (Harness.Median.Of([.. times.Skip(Changes / 4)]), depth, operations);

        async Task SettleAsync()
        {
            while ((await writer.WriteAsync(plan, null, cancellation)).Count > 0) { }
        }
    }

    private static AssignmentRow Row(PlanLookup plan, AssignmentId id, int version) =>
        new()
        {
            Assignment = id,
            Sequence = version + 1,
            Head = Chain.Origin,
            Standing = Standing.Of(id.ReportType, AssignmentState.None),
            Parts =
            [
                new PartRow(
                    ReportPart
                        .Of(plan.ReportType(id.ReportType))
                        .First(part => part.Kind == PartKind.Annex)
                        .Code,
                    Required: true,
                    new CountingFile(
                        $"{id}/{version}.xlsx",
                        "annex.xlsx",
                        1,
                        $"{version:x64}",
                        plan.Plan.Opens,
                        1,
                        TimelinessVerdict.OnTime,
                        Deadline.At(plan.Plan.Opens)
                    ),
                    TimelinessVerdict.OnTime
                ),
            ],
        };

    private static ContentFacts Annex(PlanLookup plan, ReportFigures report)
    {
        var periods = plan.Plan.Periods!;
        List<SheetCell> cells =
        [
            .. periods.Select(
                (period, column) =>
                    new SheetCell(1, column + 2, SheetCellKind.Text, period.Title.En)
            ),
        ];
        foreach (var (row, indicator) in plan.Plan.Indicators!.Index())
        {
            cells.Add(new SheetCell(row + 2, 1, SheetCellKind.Text, indicator.Code));
            cells.AddRange(
                periods.Select(
                    (period, column) =>
                        new SheetCell(
                            row + 2,
                            column + 2,
                            SheetCellKind.Number,
                            $"{report.Values[(row * periods.Count) + column].Value}"
                        )
                        {
                            Number = report.Values[(row * periods.Count) + column].Value,
                        }
                )
            );
        }
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Annex = new AnnexFacts([new AnnexSheet("1", false, cells)], []),
        };
    }

    private sealed class OneAnnex : IContentReader
    {
        public ContentFacts? Facts { get; set; }

        public Task<ContentFacts> ReadAsync(
            Stream content,
            FileFormat format,
            CancellationToken cancellation
        ) => Task.FromResult(Facts!);
    }

    private sealed class Calls : IPortInterceptor
    {
        private int count;

        public int Count
        {
            get => count;
            set => count = value;
        }

        public Task<T> InterceptAsync<T>(PortCall call, Func<Task<T>> proceed)
        {
            Interlocked.Increment(ref count);
            return proceed();
        }
    }
}
