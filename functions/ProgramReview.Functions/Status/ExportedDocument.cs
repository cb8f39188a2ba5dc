using ProgramReview.Core.Naming;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>A document of an export with the name that storage keeps it under.</summary>
/// <param name="Name">The name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">The document, exactly as hashed.</param>
public sealed record ExportedDocument(string Name, string ContentType, string Content)
{
    private const string Json = "application/json";

    /// <summary>The document that a line holds, or null if it holds none.</summary>
    /// <param name="cycle">Whose export it is.</param>
    /// <param name="line">The line.</param>
    public static ExportedDocument? Of(CycleId cycle, AuditLine line) =>
        line switch
        {
            AuditLine.Plan plan => new(PlanStore.NameOf(plan.Hash), Json, plan.Document),
            AuditLine.Heads heads => new(
                AnchorWriter.NameOf(cycle, heads.Root),
                "text/plain; charset=utf-8",
                heads.Document
            ),
            AuditLine.Dossier root => new(
                DossierStore.NameOf(cycle, root.Hash),
                Json,
                root.Document
            ),
            AuditLine.DossierPart part => new(
                DossierStore.NameOf(cycle, part.Hash),
                Json,
                part.Document
            ),
            AuditLine.Figures figures => new(
                FigureRecords.NameOf(cycle, figures.Hash),
                Json,
                figures.Document
            ),
            _ => null,
        };
}
