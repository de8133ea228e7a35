using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Campaign.Portal.Shared;

/// <summary>The words inside the component library's own controls; English is built in there.</summary>
internal sealed class ComponentTexts(IStringLocalizer<ComponentText> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
