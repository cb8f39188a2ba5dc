using ProgramReview.Core.Events;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>What shows that nothing was changed: hashes and anchors; and when the product could not be reached.</summary>
internal static class TrustChapter
{
    /// <summary>The chapter.</summary>
    public static IAsyncEnumerable<FlowBlock> Of(DossierContent content) =>
        Blocks(content).ToAsyncEnumerable();

    private static IEnumerable<FlowBlock> Blocks(DossierContent content)
    {
        var dossier = content.Dossier;
        return
        [
            Remark(content.T("dossier.document.identity", content.Hash)),
            Remark(content.T("dossier.document.plan", dossier.PlanHash)),
            .. dossier.Figures is { } figures
                ? [Remark(content.T("dossier.document.figures", figures))]
                : Enumerable.Empty<FlowBlock>(),
            Remark(
                content.T(
                    "dossier.fairness",
                    Numbers.Show(content.Language, dossier.Totals.CloseCalls)
                )
            ),
            .. Outages(content),
            .. dossier.HealthGaps.Count > 0
                ? dossier
                    .HealthGaps.Select(gap => Remark(Span(content, gap)))
                    .Prepend(Remark(content.T("dossier.gaps")))
                : [],
            .. dossier.Anchors.Count > 0 ? Anchors(content) : [],
        ];
    }

    private static IEnumerable<FlowBlock> Outages(DossierContent content) =>
        content.Dossier.Outages.Count == 0
            ? [Remark(content.T("dossier.no-outages"))]
            : FlowTable
                .Of(
                    [
                        new(content.T("dossier.outages.from"), 3),
                        new(content.T("dossier.outages.to"), 3),
                        new(content.T("dossier.outages.by"), 6),
                        new(content.T("dossier.outages.effect"), 3),
                    ],
                    [
                        .. content.Dossier.Outages.Select(outage => new FlowBlock.TableRow([
                            InstantText.Brief(content.Reader, outage.Window.From),
                            InstantText.Brief(content.Reader, outage.Window.To),
                            $"{DossierDraft.PersonOf(content, outage.By)}, {InstantText.Brief(content.Reader, outage.DeclaredAt)}: {outage.Reason}",
                            Effect(content, outage),
                        ])),
                    ]
                )
                .Prepend(new FlowBlock.Heading(2, content.T("dossier.outages")));

    private static string Effect(DossierContent content, Outage outage) =>
        outage switch
        {
            { Hours: 0 } => content.T("dossier.outages.none"),
            { Moved: { } moved } => content.T(
                "dossier.outages.moved",
                Numbers.Show(content.Language, moved),
                Numbers.Show(content.Language, outage.Hours)
            ),
            _ => content.T("dossier.outages.moving", Numbers.Show(content.Language, outage.Hours)),
        };

    private static IEnumerable<FlowBlock> Anchors(DossierContent content) =>
        FlowTable
            .Of(
                [
                    new(content.T("dossier.anchors.at"), 3),
                    new(content.T("dossier.anchors.root"), 5),
                    new(content.T("dossier.anchors.entry"), 5),
                ],
                [
                    .. content.Dossier.Anchors.Select(anchor => new FlowBlock.TableRow([
                        $"{InstantText.Brief(content.Reader, anchor.At)}\n{Text.Word(content.Language, anchor.Cause)}",
                        anchor.Root,
                        $"{Numbers.Show(content.Language, anchor.Sequence)}: {anchor.EntryHash}",
                    ])),
                ]
            )
            .Prepend(Remark(content.T("dossier.anchors")))
            .Prepend(new FlowBlock.Heading(2, content.T("dossier.anchors.caption")));

    private static string Span(DossierContent content, OutageWindow window) =>
        $"{InstantText.Full(content.Reader, window.From)} – {InstantText.Full(content.Reader, window.To)}";

    private static FlowBlock.Line Remark(string text) => new(FlowLook.Remark, text);
}
