using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Receipts;

/// <summary>What the room registers, and the configured keys behind the port that signs receipts.</summary>
public static class ReceiptRegistration
{
    internal static IServiceCollection AddReceipts(this IServiceCollection services) =>
        services.AddSingleton<ReceiptIssuer>().AddSingleton<ReceiptBundles>();

    /// <summary>Registers the options and the signer: Key Vault, or a protected file on a local host.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the section <c>Receipts</c>.</param>
    public static IServiceCollection AddReceiptSigner(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<ReceiptOptions>()
            .Bind(configuration.GetSection(ReceiptOptions.SectionName))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReceiptOptions>, ReceiptOptionsRule>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton<VaultKeyClient>();
        return services.AddSingleton<IReceiptSigner>(provider =>
            provider.GetRequiredService<IOptions<ReceiptOptions>>().Value.UsesFile
                ? ActivatorUtilities.CreateInstance<FileReceiptSigner>(provider)
                : ActivatorUtilities.CreateInstance<VaultReceiptSigner>(provider)
        );
    }
}
