using System.Text.Json;
using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.App;

/// <summary>One function of the app.</summary>
/// <param name="Metadata">What the worker told about it.</param>
/// <param name="Bindings">Its bindings, read.</param>
internal sealed record AppFunction(
    FunctionMetadata Metadata,
    IReadOnlyList<FunctionBinding> Bindings
)
{
    public string Id => Metadata.FunctionId;

    public string Name => Metadata.Name;

    public FunctionBinding Trigger =>
        Bindings.SingleOrDefault(binding => binding.IsTrigger)
        ?? throw new AppFault($"'{Name}' must have one trigger.");

    /// <summary>What the extensions bind beside the trigger.</summary>
    public IReadOnlyList<FunctionBinding> Inputs =>
        [
            .. Bindings.Where(binding =>
                !binding.IsTrigger
                && binding.Direction.Equals("in", StringComparison.OrdinalIgnoreCase)
            ),
        ];

    public static AppFunction Read(FunctionMetadata metadata) =>
        new(
            metadata,
            [
                .. metadata.RawBindings.Select(binding => new FunctionBinding(
                    JsonDocument.Parse(binding).RootElement
                )),
            ]
        );

    /// <summary>What the worker is told when it shall load the function.</summary>
    public FunctionLoadRequest ToLoadRequest()
    {
        var metadata = new FunctionMetadata
        {
            Name = Metadata.Name,
            Directory = Metadata.Directory,
            ScriptFile = Metadata.ScriptFile,
            EntryPoint = Metadata.EntryPoint,
        };
        metadata.Properties.Add(Metadata.Properties);
        foreach (var binding in Bindings)
        {
            var info = new BindingInfo
            {
                Type = binding.Type,
                Direction = Enum.Parse<BindingInfo.Types.Direction>(
                    binding.Direction,
                    ignoreCase: true
                ),
                DataType = Enum.Parse<BindingInfo.Types.DataType>(
                    binding.DataType ?? nameof(BindingInfo.Types.DataType.Undefined),
                    ignoreCase: true
                ),
            };
            foreach (var (name, value) in binding.Properties)
            {
                info.Properties[name] = value;
            }
            metadata.Bindings[binding.Name] = info;
        }
        return new FunctionLoadRequest { FunctionId = Id, Metadata = metadata };
    }
}
