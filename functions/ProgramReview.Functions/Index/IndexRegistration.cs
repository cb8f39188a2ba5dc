using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Index;

/// <summary>What the room registers.</summary>
internal static class IndexRegistration
{
    public static IServiceCollection AddIndex(this IServiceCollection services) =>
        services
            .AddSingleton<RowWriter>()
            .AddSingleton<IRowWriter>(provider => provider.GetRequiredService<RowWriter>())
            .AddSingleton<NodeWriter>()
            .AddSingleton<IndexRebuilder>()
            .AddSingleton<IndexReader>()
            .AddSingleton<AnchorWriter>();

    /// <summary>Puts Azure Storage behind the room's ports.</summary>
    public static IServiceCollection AddIndexStorage(this IServiceCollection services) =>
        services.AddSingleton<IAssignmentIndex, TableAssignmentIndex>();
}
