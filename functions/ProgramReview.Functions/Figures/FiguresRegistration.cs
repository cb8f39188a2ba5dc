using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Figures;

/// <summary>What the room registers.</summary>
internal static class FiguresRegistration
{
    public static IServiceCollection AddFigures(this IServiceCollection services) =>
        services
            .AddSingleton<FigureRecords>()
            .AddSingleton<FigureReader>()
            .AddSingleton<FigureDiff>()
            .AddSingleton<FigureSource>()
            .AddSingleton<FigureWriter>()
            .AddSingleton<FigureSettling>()
            .AddSingleton<FigureFindings>()
            .AddLetter<FiguresComparedLetter>()
            .AddLetter<FigureSummaryLetter>();

    /// <summary>Puts Azure Storage behind the room's ports.</summary>
    public static IServiceCollection AddFigureStorage(this IServiceCollection services) =>
        services.AddSingleton<IFigureStore, TableFigureStore>();
}
